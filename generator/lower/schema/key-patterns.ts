import { matchesTexts } from "../../key-texts.ts";
import type { KeyPattern, Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { UNKNOWN } from "../algebra/basics.ts";
import type { Context, Use } from "../context.ts";
import { intersectionOf, mergePatterns } from "../algebra/intersection.ts";
import { lowerSchema } from "./schema.ts";
import { unionOf } from "../algebra/union.ts";

/** What keys hold because of their form. */
export interface KeyPatterns {
  readonly patterns: readonly KeyPattern[];
  /** What every key holds; undefined where no pattern matches all. */
  readonly all: Schema | undefined;
  /** What keys may hold whose pattern no type can say; undefined where there is none. */
  readonly unexpressed: Schema | undefined;
}

/** `patternProperties` (JSON Schema 2020-12 core, section 10.3.2.2). A pattern is read, never run. */
export function lowerPatterns(context: Context, node: Node, use: Use): KeyPatterns {
  const patterns: KeyPattern[] = [];
  const all: Schema[] = [];
  const unexpressed: Schema[] = [];
  for (const member of node.get("patternProperties")?.members() ?? []) {
    const schema = lowerSchema(context, member, use);
    const texts = textsOfPattern(member.key);
    if (texts === undefined) {
      unexpressed.push(schema);
      context.diagnostics.report("not-expressible", member, { keyword: "patternProperties" });
    } else if (texts.every((text) => text === "")) all.push(schema);
    else patterns.push({ texts, schema });
  }
  return {
    patterns: mergePatterns([], patterns, context.typesOf),
    all: all.length === 0 ? undefined : intersectionOf(all, context.typesOf),
    unexpressed: unexpressed.length === 0 ? undefined : unionOf(unexpressed),
  };
}

/**
 * The texts between which a regular expression lets anything stand: `^x-` has `["x-", ""]`, `_id$` has `["", "_id"]`,
 * `^a.*z$` has `["a", "z"]`. Undefined where it says more than that, and where it names a single key.
 */
export function textsOfPattern(pattern: string): readonly string[] | undefined {
  const start = pattern.startsWith("^") ? 1 : 0;
  const end = pattern.endsWith("$") && !pattern.endsWith("\\$") ? pattern.length - 1 : undefined;
  const inner = pattern.slice(start, end);
  if (!/^(?:\.[*+]|[\p{L}\p{N}_:@ /-]|\\[./-])*$/u.test(inner)) return undefined;
  // `.+` also needs one character: a key that is nothing but the prefix is nobody's intention.
  const texts = inner.split(/(?<!\\)\.[*+]/).map((text) => text.replaceAll("\\", ""));
  const whole = [...(start === 0 ? [""] : []), ...texts, ...(end === undefined ? [""] : [])];
  const used = whole.filter((text, at) => text !== "" || at === 0 || at === whole.length - 1);
  return whole.length === 1 ? undefined : used;
}

/** What a key holds that is no member of `properties`: all that the patterns it matches say, or else `rest`. */
export function schemaOfKey(
  context: Context,
  { patterns }: KeyPatterns,
  rest: Schema | undefined,
  name: string,
): Schema {
  const matching = patterns.filter(({ texts }) => matchesTexts(texts, name));
  if (matching.length === 0) return rest ?? UNKNOWN;
  return intersectionOf(
    matching.map(({ schema }) => schema),
    context.typesOf,
  );
}
