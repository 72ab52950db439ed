import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config, SourceConfig } from "../../generator/options.ts";
import { run } from "../cli/run.ts";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";
import type { Site } from "./site.ts";

/** A project whose only source is the index of a site, `/llms.txt`. */
export function indexProject(
  site: Site,
  source: Partial<SourceConfig> = {},
  config: Config = {},
): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder();
  const text = JSON.stringify({
    input: "spec/v2.json",
    output: "sdk",
    sources: [{ from: `${site.origin}/llms.txt`, to: "spec/v2.json", ...source }],
    ...config,
  });
  writeFiles(folder.path, [{ path: "deckhand.config.json", text }]);
  return folder;
}

/** What `pull --json` says. */
export interface Report {
  readonly exitCode: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly changes: readonly {
    readonly verdict: object;
    readonly changes: readonly { readonly text: string }[];
  }[];
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

export async function pull(folder: string, ...options: readonly string[]): Promise<Report> {
  const { exitCode, out } = await run(folder, "pull", "--json", ...options);
  return { ...(JSON.parse(out) as Report), exitCode };
}

/** `excerpt-conflict The pages disagree...`, without the site's address. */
export function messagesOf({ diagnostics }: Report, { origin }: Site): readonly string[] {
  return diagnostics.map(({ code, message }) => `${code} ${message.replaceAll(origin, "")}`);
}

export interface PulledDocument {
  readonly info?: object;
  readonly tags?: readonly object[];
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly operationId: string }>>>
  >;
}

/** The document that a pull has written; undefined where it has written none. */
export function documentIn(folder: string): PulledDocument | undefined {
  const path = join(folder, "spec/v2.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as PulledDocument) : undefined;
}

export function operationIds(folder: string): readonly string[] {
  const paths = documentIn(folder)?.paths ?? {};
  return Object.values(paths).flatMap((path) => Object.values(path).map((one) => one.operationId));
}
