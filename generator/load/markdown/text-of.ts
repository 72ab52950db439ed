import type { Token } from "markdown-it";

/** What a reader sees of a line of Markdown: no marks, no addresses, no images. */
export function textOf(line: readonly Token[]): string {
  return line.map(shownText).join("");
}

function shownText({ type, content }: Token): string {
  if (type === "softbreak") return "\n";
  return type === "image" ? "" : content;
}
