import { decodeText } from "../../load/decode.ts";
import type { Connections } from "../../load/network/connections.ts";
import { fetchDocument } from "../../load/network/fetch-document.ts";
import type { NetworkPolicy } from "../../load/network/policy.ts";
import type { Validators } from "../../load/network/validators.ts";
import type { KeptFile } from "./kept-files.ts";

/** What is at an address. */
export type Fetched = FetchedText | FetchedNothing | FetchProblem;

export interface FetchedText {
  readonly kind: "text";
  readonly text: string;
  /** Where it was at last, after redirects. */
  readonly url: URL;
  readonly validators: Validators;
  /** True where the server said that the copy of an earlier pull is still right. */
  readonly isKept: boolean;
}

/** The server said that a page that held nothing is still the same. */
interface FetchedNothing {
  readonly kind: "skipped";
}

export interface FetchProblem {
  readonly kind: "problem";
  /** In words that fit behind "because". */
  readonly reason: string;
  /** Whether the server says that there is no such thing. */
  readonly isMissing: boolean;
}

/** What is known of an address from earlier. */
export interface Known {
  readonly kept?: KeptFile | undefined;
  readonly skipped?: Validators | undefined;
}

/** How the work is going, for a line on the terminal. */
export interface Tally {
  readonly asked: number;
  readonly done: number;
}

export interface FetcherOptions {
  readonly policy: NetworkPolicy;
  readonly connections: Connections;
  onProgress(tally: Tally): void;
}

/** Fetches texts, asking only whether something has changed where a copy is there. */
export class Fetcher {
  readonly policy: NetworkPolicy;
  readonly #options: FetcherOptions;
  #asked = 0;
  #done = 0;

  constructor(options: FetcherOptions) {
    this.policy = options.policy;
    this.#options = options;
  }

  async get(url: URL, { kept, skipped }: Known = {}): Promise<Fetched> {
    this.#asked++;
    this.#tell();
    try {
      const { connections } = this.#options;
      const validators = kept === undefined ? skipped : kept.validators;
      const asking = hasSome(validators) ? validators : undefined;
      const result = await fetchDocument(url, this.policy, { connections, validators: asking });
      if (result.kind === "unchanged") return unchanged(url, kept);
      if (result.kind !== "read")
        return { kind: "problem", reason: result.reason, isMissing: result.kind === "missing" };
      const text = decodeText(result.bytes);
      if (text === undefined) return problem("it is not text in UTF-8 or UTF-16");
      return { kind: "text", text, url: result.url, validators: result.validators, isKept: false };
    } finally {
      this.#done++;
      this.#tell();
    }
  }

  #tell(): void {
    this.#options.onProgress({ asked: this.#asked, done: this.#done });
  }
}

function hasSome(validators: Validators | undefined): boolean {
  return validators?.etag !== undefined || validators?.lastModified !== undefined;
}

function unchanged(url: URL, kept: KeptFile | undefined): Fetched {
  if (kept === undefined) return { kind: "skipped" };
  const { text, validators } = kept;
  return { kind: "text", text, url, validators, isKept: true };
}

function problem(reason: string): FetchProblem {
  return { kind: "problem", reason, isMissing: false };
}

/** Does something with each item, at most `limit` of them at a time; the results are in the order of the items. */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  limit: number,
  action: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await action(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
