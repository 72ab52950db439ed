import { basename, join } from "node:path";
import { fail } from "../../diagnostics.ts";
import { decodeText } from "../../load/decode.ts";
import { looksLikeJson } from "../../load/detect.ts";
import { naming, type NetworkPolicy } from "../../load/network/policy.ts";
import { readBytes } from "../../load/read.ts";
import type { SourceConfig } from "../../options.ts";
import type { Invocation } from "../command.ts";
import { lockPlace } from "../lock/lock-file.ts";
import { networkPolicy } from "../network-settings.ts";
import { eventPages } from "../pull/event-pages.ts";
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
  const source = { from: url.href, to: await documentPath(url, policy) };
  const lock = { path: join(folder, "deckhand.lock.json"), folder, isKept: false };
  const project = {
    folder,
    sources: [planOf(source, [source.to])],
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

/** `spec/` and the last part of the address, with the ending of what is there; an index has JSON made of its pages. */
async function documentPath(url: URL, policy: NetworkPolicy): Promise<string> {
  const found = await readBytes(url, naming(policy, url));
  const text = found.kind === "read" ? decodeText(found.bytes) : undefined;
  // What can not be had is for the pull to say.
  if (text === undefined || isIndex({ text, url })) return "spec/openapi.json";
  const ending = looksLikeJson(text) ? "json" : "yaml";
  const stem = basename(url.pathname).replace(/\.(?:json|ya?ml)$/i, "");
  const safe = stem.replace(/[^\w.-]+/g, "-").replace(/^[.-]+/, "");
  const path = `spec/${safe.slice(0, 60)}.${ending}`;
  return isSafePath(path) ? path : `spec/openapi.${ending}`;
}
