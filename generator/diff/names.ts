import { printable } from "../diagnostics/printable.ts";

/** Longest piece of a document's text in a sentence, in characters. */
const MAX = 80;

/** A name or value of the document in Markdown: between backticks, on one line, cut where it is long. */
export function code(text: string): string {
  const shown = printable(text.length > MAX ? `${text.slice(0, MAX)}…` : text);
  if (!shown.includes("`")) return `\`${shown}\``;
  const fence = "`".repeat(Math.max(...[...shown.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return `${fence} ${shown} ${fence}`;
}

/** How much of what two texts have in common stays before where they differ, in characters. */
const CONTEXT = 24;

/** Two texts that differ, each as `code` has it: cut so that the difference is among what is shown. */
export function codePair(one: string, other: string): readonly [string, string] {
  if (Math.max(one.length, other.length) <= MAX) return [code(one), code(other)];
  const start = Math.max(commonStart(one, other) - CONTEXT, 0);
  const cut = (text: string): string => code(start > 1 ? `…${text.slice(start)}` : text);
  return [cut(one), cut(other)];
}

function commonStart(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index++;
  return index;
}

/** A JSON value as people write it: text without its quotes. */
export function value(json: unknown): string {
  return code(typeof json === "string" && json !== "" ? json : JSON.stringify(json));
}

/** `a`, `a` or `b`, `a`, `b` or `c`; the rest is counted when there are many. */
export function anyOf(words: readonly string[]): string {
  const shown = words.length > 6 ? [...words.slice(0, 5), `${words.length - 5} others`] : words;
  return [shown.slice(0, -1).join(", "), shown.at(-1)].filter(Boolean).join(" or ");
}
