import { createHash } from "node:crypto";
import { posix } from "node:path";

/** What a segment of a path may be made of, on every file system: no leading dot, no trailing one. */
const segment = /^[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/;

/** Names that Windows keeps for devices, whatever their ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** True for a path of a file below a folder, in letters that are safe everywhere. */
export function isSafePath(path: string): boolean {
  return path.split("/").every((part) => segment.test(part) && !device.test(part));
}

/**
 * Gives every address a file of its own below a folder. Addresses below `base` keep their path, so that what they say of
 * each other stays right; others go to `external/<host>/`. Where a path has letters that are not safe, or is taken (also
 * in another case), a hash of the address makes it a path of its own. What has a place already keeps it.
 */
export class Places {
  readonly #folder: string;
  readonly #base: string;
  readonly #taken = new Map<string, string>();

  /** `base`: a URL whose last `/` ends the part that all addresses share. */
  constructor(folder: string, base: URL) {
    this.#folder = folder;
    this.#base = base.origin + base.pathname.slice(0, base.pathname.lastIndexOf("/") + 1);
  }

  /** Claims a path for an address. False when another one has it. */
  claim(url: string, path: string): boolean {
    const owner = this.#taken.get(path.toLowerCase());
    if (owner !== undefined && owner !== url) return false;
    this.#taken.set(path.toLowerCase(), url);
    return true;
  }

  /** The path of an address, relative like `folder`; `ending` is put where it has none: `.md`. */
  placeOf(url: URL, ending: string): string {
    const wanted = this.#wanted(url, ending);
    if (wanted !== undefined && this.claim(url.href, wanted)) return wanted;
    const hash = createHash("sha256").update(url.href).digest("hex").slice(0, 8);
    const own = posix.join(this.#folder, hashedName(url, hash, ending));
    this.claim(url.href, own);
    return own;
  }

  #wanted(url: URL, ending: string): string | undefined {
    const address = url.origin + url.pathname;
    const isBelow = address.startsWith(this.#base);
    const path = isBelow ? address.slice(this.#base.length) : `external/${url.host}${url.pathname}`;
    const named = path.replace(":", "-").replace(/\/$/, "/index");
    const full = /\.[A-Za-z0-9]+$/.test(named) ? named : `${named}${ending}`;
    if (url.search !== "" || !isSafePath(full)) return undefined;
    return posix.join(this.#folder, full);
  }
}

/** `list-events-3f2a81c0.md`: the last part of the address in safe letters, and the hash. */
function hashedName(url: URL, hash: string, ending: string): string {
  const last = url.pathname.split("/").findLast((part) => part !== "") ?? "page";
  const [, stem = last, own] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/.exec(last) ?? [];
  const safe = stem
    .replace(/[^A-Za-z0-9_]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${safe === "" ? "page" : safe}-${hash}${own ?? ending}`;
}
