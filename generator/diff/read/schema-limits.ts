import type { Node } from "../../spec/node.ts";

/** A bound on values, the tightest of all parts. */
export interface Limit {
  readonly value: number;
  /** True when the value itself is out of bounds. */
  readonly excluded: boolean;
  /** Which way is tighter: `max` down, `min` up, `multiple` by factors. */
  readonly kind: LimitKind;
  /** As the document says it: `maximum 10`, `uniqueItems`. */
  readonly words: string;
  readonly node: Node;
}

type LimitKind = "max" | "min" | "multiple";

const KINDS: ReadonlyMap<string, LimitKind> = new Map([
  ["maximum", "max"],
  ["exclusiveMaximum", "max"],
  ["maxLength", "max"],
  ["maxItems", "max"],
  ["maxProperties", "max"],
  ["minimum", "min"],
  ["exclusiveMinimum", "min"],
  ["minLength", "min"],
  ["minItems", "min"],
  ["minProperties", "min"],
  ["uniqueItems", "min"],
  ["multipleOf", "multiple"],
]);

/** The inclusive and the exclusive bound of numbers are one limit. */
const BOUNDS: ReadonlyMap<string, string> = new Map([
  ["exclusiveMaximum", "maximum"],
  ["exclusiveMinimum", "minimum"],
]);

/** Bounds that exclude nothing. */
const NOTHING = new Set(["minLength", "minItems", "minProperties", "uniqueItems"]);

/** The limits of all parts by keyword, `exclusiveMaximum` under `maximum`. */
export function readLimits(
  parts: readonly Node[],
  types: ReadonlySet<string> | undefined,
): ReadonlyMap<string, Limit> {
  const onlyIntegers = types?.has("integer") === true && !types.has("number");
  const limits = new Map<string, Limit>();
  for (const part of parts) {
    for (const member of part.members()) {
      const written = limitOf(part, member);
      if (written === undefined) continue;
      const limit = onlyIntegers ? inclusive(written) : written;
      const key = BOUNDS.get(member.key) ?? member.key;
      const known = limits.get(key);
      if (known === undefined || isTighter(limit, known)) limits.set(key, limit);
    }
  }
  return limits;
}

function limitOf(part: Node, node: Node): Limit | undefined {
  const kind = KINDS.get(node.key);
  if (kind === undefined) return undefined;
  const value = Number(node.value);
  if (!Number.isFinite(value) || (value === 0 && NOTHING.has(node.key))) return undefined;
  if (typeof node.value === "boolean" && node.key !== "uniqueItems") return undefined;
  const keyword = keywordOf(part, node.key);
  const words = keyword === "uniqueItems" ? keyword : `${keyword} ${value}`;
  return { value, excluded: BOUNDS.has(keyword), kind, words, node };
}

/** OpenAPI 3.0: `exclusiveMaximum: true` beside `maximum`. */
function keywordOf(part: Node, keyword: string): string {
  const exclusive = keyword === "maximum" ? "exclusiveMaximum" : "exclusiveMinimum";
  const isBound = keyword === "maximum" || keyword === "minimum";
  return isBound && part.boolean(exclusive) === true ? exclusive : keyword;
}

/** Among integers, more than 0 is at least 1. */
function inclusive(limit: Limit): Limit {
  if (!limit.excluded) return limit;
  const value = limit.kind === "max" ? Math.ceil(limit.value) - 1 : Math.floor(limit.value) + 1;
  return { ...limit, value, excluded: false };
}

export function isSameLimit(one: Limit, other: Limit): boolean {
  return one.value === other.value && one.excluded === other.excluded;
}

/** True when `one` lets fewer values pass than `other`; both of one keyword. */
export function isTighter(one: Limit, other: Limit): boolean {
  if (one.kind === "multiple")
    return one.value !== other.value && Number.isInteger(one.value / other.value);
  if (one.value === other.value) return one.excluded && !other.excluded;
  return one.kind === "max" ? one.value < other.value : one.value > other.value;
}
