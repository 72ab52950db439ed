import type { RuleId } from "../rules.ts";

/** Formats by those that have all of their values, and more (RFC 3986 and 3987; JSON Schema Validation, 7.3). */
const WIDER: ReadonlyMap<unknown, readonly string[]> = new Map([
  ["int32", ["int64"]],
  ["float", ["double"]],
  ["email", ["idn-email"]],
  ["hostname", ["idn-hostname"]],
  ["uri", ["iri", "uri-reference", "iri-reference"]],
  ["iri", ["iri-reference"]],
  ["uri-reference", ["iri-reference"]],
]);

/** Formats of which no two have values in common: one instead of another is another type. */
const APART: ReadonlySet<unknown> = new Set([
  "date",
  "date-time",
  "time",
  "duration",
  "uuid",
  "email",
  "ipv4",
  "uri",
]);

/** What it is that one format stands where another one stood. */
export function formatRule(old: unknown, newer: unknown): RuleId {
  if (isWider(newer, old)) return "format-widened";
  if (isWider(old, newer)) return "format-narrowed";
  return APART.has(old) && APART.has(newer) ? "format-replaced" : "format-changed";
}

function isWider(one: unknown, other: unknown): boolean {
  return WIDER.get(other)?.some((format) => format === one) === true;
}
