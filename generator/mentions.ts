import type { Source } from "./source.ts";

/** What the text of a document mentions, so that documents without a thing need not be searched for it value by value. */
export interface Mentions {
  /** The words behind a `$`: `ref`, `id`, `schema`. */
  readonly words: ReadonlySet<string>;
  /** True when some `$ref` has a value that does not plainly begin with `#`. */
  readonly outsideReference: boolean;
}

const known = new WeakMap<Pick<Source, "text">, Mentions>();

/** Found in one pass through the text, once for a source. */
export function mentionsOf(source: Pick<Source, "text">): Mentions {
  const mentions = known.get(source) ?? search(source.text);
  known.set(source, mentions);
  return mentions;
}

const word = /\$(\w+)/y;
const outsideReference = /\$ref["']?\s*:(?!\s*["']#)/y;

function search(text: string): Mentions {
  const words = new Set<string>();
  let outside = false;
  for (let at = text.indexOf("$"); at !== -1; at = text.indexOf("$", at + 1)) {
    // Nearly all are these, and comparing is quicker than matching.
    if (text.startsWith('ref": "#', at + 1) || text.startsWith('ref":"#', at + 1)) continue;
    const found = match(word, text, at)?.[1];
    if (found === undefined) continue;
    words.add(found);
    if (found === "ref") outside ||= match(outsideReference, text, at) !== null;
  }
  return { words, outsideReference: outside };
}

function match(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}
