import type { Node } from "../../spec/node.ts";

/** A bound on values, the tightest of all parts. */
export interface Limit {
  readonly value: number;
  /** Which way is tighter: `max` down, `min` up, `multiple` by factors. */
  readonly kind: LimitKind;
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

/** Bounds that exclude nothing. */
const NOTHING = new Set(["minLength", "minItems", "minProperties", "uniqueItems"]);

/** The limits of all parts by keyword. */
export function readLimits(parts: readonly Node[]): ReadonlyMap<string, Limit> {
  const limits = new Map<string, Limit>();
  for (const part of parts) {
    for (const member of part.members()) {
      const [keyword, limit] = limitOf(part, member) ?? [];
      if (keyword === undefined || limit === undefined) continue;
      const known = limits.get(keyword);
      if (known === undefined || isTighter(limit, known)) limits.set(keyword, limit);
    }
  }
  return limits;
}

function limitOf(part: Node, node: Node): readonly [string, Limit] | undefined {
  const kind = KINDS.get(node.key);
  if (kind === undefined) return undefined;
  const value = Number(node.value);
  if (!Number.isFinite(value) || (value === 0 && NOTHING.has(node.key))) return undefined;
  if (typeof node.value === "boolean" && node.key !== "uniqueItems") return undefined;
  return [isExclusive(part, node.key) ? exclusive(node.key) : node.key, { value, kind, node }];
}

/** OpenAPI 3.0: `exclusiveMaximum: true` beside `maximum`. */
function isExclusive(part: Node, keyword: string): boolean {
  const isBound = keyword === "maximum" || keyword === "minimum";
  return isBound && part.boolean(exclusive(keyword)) === true;
}

function exclusive(keyword: string): string {
  return keyword === "maximum" ? "exclusiveMaximum" : "exclusiveMinimum";
}

/** True when `one` lets fewer values pass than `other`; both of one keyword. */
export function isTighter(one: Limit, other: Limit): boolean {
  switch (one.kind) {
    case "max":
      return one.value < other.value;
    case "min":
      return one.value > other.value;
    case "multiple":
      return one.value !== other.value && Number.isInteger(one.value / other.value);
  }
}
