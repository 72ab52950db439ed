import { printable } from "../../diagnostics/printable.ts";

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML, in elements and in quoted attributes alike; line breaks stay, other acting characters are named. */
export function encode(text: string): string {
  const shown = text.split("\n").map(printable).join("\n");
  return shown.replace(/[&<>"']/g, (character) => REFERENCES[character] ?? character);
}

/** A sentence in our Markdown, its code between backticks as `<code>`. */
export function encodeSentence(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((piece) =>
      piece.length > 2 && piece.startsWith("`") && piece.endsWith("`")
        ? `<code>${encode(piece.slice(1, -1))}</code>`
        : encode(piece),
    )
    .join("");
}
