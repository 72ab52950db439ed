import type { Lock } from "./lock.ts";

/** Where the lock keeps the last release: `"release": { "version": "1.2.0" }`. */
const MEMBER = "release";

/** The version that was last released; undefined before the first release. */
export function releasedVersion({ more }: Pick<Lock, "more">): string | undefined {
  const release = more.get(MEMBER);
  if (typeof release !== "object" || release === null) return undefined;
  const { version } = release as { readonly version?: unknown };
  return typeof version === "string" ? version : undefined;
}

/** The lock of the commit that releases a version. */
export function withRelease(lock: Lock, version: string): Lock {
  return { ...lock, more: new Map([...lock.more, [MEMBER, { version }]]) };
}
