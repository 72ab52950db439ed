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

/** A JSON value as people write it: text without its quotes. */
export function value(json: unknown): string {
  return code(typeof json === "string" && json !== "" ? json : JSON.stringify(json));
}

/** `a`, `a` or `b`, `a`, `b` or `c`; the rest is counted when there are many. */
export function anyOf(words: readonly string[]): string {
  const shown = words.length > 6 ? [...words.slice(0, 5), `${words.length - 5} others`] : words;
  return [shown.slice(0, -1).join(", "), shown.at(-1)].filter(Boolean).join(" or ");
}
