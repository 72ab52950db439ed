import { basename, join } from "node:path";
import { fail } from "../../diagnostics.ts";
import { looksLikeJson } from "../../load/detect.ts";
import { openConnections } from "../../load/network/connections.ts";
import { naming, type NetworkPolicy } from "../../load/network/policy.ts";
import type { SourceConfig } from "../../options.ts";
import type { Invocation } from "../command.ts";
import { lockPlace } from "../lock/lock-file.ts";
import { networkPolicy } from "../network-settings.ts";
import { eventPages } from "../pull/event-pages.ts";
import { type FetchedText, Fetcher } from "../pull/fetcher.ts";
import { preparePull } from "../pull/prepare-pull.ts";
import { isSafePath } from "../pull/places.ts";
import { isAddress, planOf } from "../pull/pull-project.ts";
import { isIndex } from "../pull/pull-source.ts";
import { showPull } from "../pull/show-pull.ts";
import { writePull } from "../pull/write-pull.ts";

/** What a new project pulls from an address. */
export interface FirstPull {
  readonly source: SourceConfig;
  /** The page that lists event types, if there is one. */
  readonly eventsPage: string | undefined;
  /** Writes what was fetched, and the lock; says so. */
  readonly write: () => void;
}

/**
 * Fetches an OpenAPI document or the pages of a documentation index as `deckhand pull` does, for a project that has no
 * configuration yet. Diagnostics: `wrong-option-value`, and those of `preparePull`.
 */
export async function firstPull(url: URL, invocation: Invocation): Promise<FirstPull> {
  const { folder } = invocation.terminal;
  if (!isAddress(url.href)) fail("wrong-option-value", undefined, NO_SECRETS);
  const policy = networkPolicy({ config: undefined, source: undefined, allow: undefined });
  const found = await fetchText(url, policy);
  const source = { from: url.href, to: documentPath(url, found) };
  const lock = { path: join(folder, "deckhand.lock.json"), folder, isKept: false };
  const project = {
    folder,
    sources: [{ ...planOf(source, [source.to]), ...(found === undefined ? {} : { found }) }],
    policy,
    output: { path: folder, name: basename(folder) },
    lock: lockPlace(lock, folder),
    strict: false,
    // Said by the configuration that comes of it.
    knowsEvents: true,
    sharesLock: true,
  };
  const prepared = await preparePull(project, invocation);
  return {
    source,
    eventsPage: prepared.pulled.flatMap(eventPages)[0]?.path,
    write: () => {
      writePull(project, prepared.plan);
      if (invocation.json) return;
      const shown = { ...invocation, options: {} };
      showPull(shown, { ...prepared, changes: [], exitCode: 0, isTrial: false });
    },
  };
}

const NO_SECRETS = {
  option: "DOCUMENT",
  value: "an address with a user name or a password",
  expected: ["a path", "an address without them, and `network.credentials` in the configuration"],
};

/** What is at an address; undefined where it can not be had, which is for the pull to say. */
async function fetchText(url: URL, policy: NetworkPolicy): Promise<FetchedText | undefined> {
  using connections = openConnections(1);
  const options = { policy: naming(policy, url), connections, onProgress: () => {} };
  const found = await new Fetcher(options).get(url);
  return found.kind === "text" ? found : undefined;
}

/** `spec/` and the last part of the address, with the ending of what is there; an index has JSON made of its pages. */
function documentPath(url: URL, found: FetchedText | undefined): string {
  if (found === undefined || isIndex(found)) return "spec/openapi.json";
  const ending = looksLikeJson(found.text) ? "json" : "yaml";
  const stem = basename(url.pathname).replace(/\.(?:json|ya?ml)$/i, "");
  const safe = stem.replace(/[^\w.-]+/g, "-").replace(/^[.-]+/, "");
  const path = `spec/${safe.slice(0, 60)}.${ending}`;
  return isSafePath(path) ? path : `spec/openapi.${ending}`;
}
