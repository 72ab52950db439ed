import { pointerOf } from "../../json-pointer.ts";
import { isRecord } from "../../json-value.ts";
import type { Source } from "../../source.ts";
import { firstDifference } from "./first-difference.ts";
import { isOperation, type Part } from "./parts.ts";
import { isWording } from "./wording.ts";

/** Members of the root that count for operations without a member of that name (OpenAPI 3.2, section 4.1). */
export const ROOT_KEYS = ["servers", "security"] as const;
export type RootKey = (typeof ROOT_KEYS)[number];

export interface Excerpt {
  readonly source: Source;
  readonly parts: readonly Part[];
}

/** What the root of an excerpt says, and for what. */
export interface Root {
  readonly excerpt: Excerpt;
  readonly key: RootKey;
  /** Undefined for servers that only the address of the whole document would tell. */
  readonly value: unknown;
  /** The operations that it counts for, by their pointers. */
  readonly heirs: ReadonlySet<string>;
}

/** What an excerpt has at a key of the top, and the operations for which that counts. */
export function readRoot(excerpt: Excerpt, key: RootKey): Root {
  const { parts } = excerpt;
  const value = parts.find(({ path }) => isTop(path, key))?.value;
  const places = new Set(parts.map(({ path }) => pointerOf(path)));
  const heirs = parts.filter((part) => {
    if (!isOperation(part) || !isRecord(part.value) || Object.hasOwn(part.value, key)) return false;
    return key !== "servers" || !places.has(pointerOf([...part.path.slice(0, 2), key]));
  });
  return {
    excerpt,
    key,
    value: isEmpty(value) ? DEFAULTS[key] : value,
    heirs: new Set(heirs.map(({ path }) => pointerOf(path))),
  };
}

/** Without security nothing is asked for; without servers it is the place of the document, which no excerpt says. */
const DEFAULTS = { servers: undefined, security: [] } as const;

export function isTop(path: readonly string[], key: string): boolean {
  return path.length === 1 && path[0] === key;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** True when two excerpts say the same there; wording apart. */
export function isSame(one: Root, other: Root): boolean {
  return differenceOf(one, other) === undefined;
}

/** The path to what they do not say alike, from the top. */
export function differenceOf(known: Root, root: Root): readonly string[] | undefined {
  return firstDifference(known.value, root.value, isWording, [root.key]);
}

/** `info.title`, whatever that is. */
export function apiTitle({ excerpt }: Root): unknown {
  const info = excerpt.parts.find(({ path }) => isTop(path, "info"))?.value;
  return isRecord(info) ? (info as { readonly title?: unknown }).title : undefined;
}
