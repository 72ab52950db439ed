import { fillLines } from "./fill-lines.ts";

/**
 * Markdown wrapped to a width, so that a document's long lines read well as comments.
 *
 * Paragraphs, list items and quotes with a line that is too long are set anew; those that fit keep the author's
 * lines. Code, tables, headings and link definitions keep their lines however long they are. Words and code
 * spans are never cut. Blank lines are kept, one for several, none at the start and the end.
 */
export function wrapMarkdown(text: string, width: number): string[] {
  if (text.length <= width && !text.includes("\n")) return text.trim() === "" ? [] : [text.trim()];
  if (startsPlainly.test(text) && !text.includes("\n")) return fillLines(text.trimEnd(), width);
  const wrapper = new Wrapper(width);
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    wrapper.add(line.trimEnd(), lines[index + 1] ?? "");
    if (line.endsWith("  ") || line.endsWith("\\")) wrapper.endParagraph();
  }
  return wrapper.end();
}

/** Certainly text and no other block. */
const startsPlainly = /^(?:[A-Za-z"'(]|`(?!``))/;

/** A paragraph: what stands in front of its first line and of the others, and its lines without that. */
interface Paragraph {
  readonly first: string;
  readonly hanging: string;
  readonly lines: string[];
}

class Wrapper {
  readonly #width: number;
  readonly #lines: string[] = [];
  #paragraph: Paragraph | undefined;
  /** The marks that opened a code block, while inside one. */
  #fence: string | undefined;
  #table = false;
  /** Where the text of the list item above starts; 0 outside lists. */
  #listIndent = 0;

  constructor(width: number) {
    this.#width = width;
  }

  add(line: string, next: string): void {
    if (this.#fence !== undefined) return this.#addCode(line, this.#fence);
    if (line === "") return this.#addBlank();
    this.#table ||= line.includes("|") && isDelimiterRow(next);
    if (this.#table) return this.#keep(line);
    if (startsPlainly.test(line)) return this.#addPlain(line, "");
    this.#addBlock(line);
  }

  #addBlock(line: string): void {
    const fence = /^\s*(?:[-*+]\s+)?(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      this.#fence = fence;
      return this.#keep(line);
    }
    if (htmlLine.test(line)) return this.#addHtml(line);
    if (keptLine.test(line) || this.#isIndentedCode(line)) return this.#keep(line);
    this.#addText(line);
  }

  end(): string[] {
    this.endParagraph();
    while (this.#lines.at(-1) === "") this.#lines.pop();
    return this.#lines;
  }

  #addCode(line: string, fence: string): void {
    this.#lines.push(line);
    const end = line.trim();
    if (end.length >= fence.length && end === (fence[0] ?? "").repeat(end.length))
      this.#fence = undefined;
  }

  #addBlank(): void {
    this.endParagraph();
    this.#table = false;
    if (this.#lines.length > 0 && this.#lines.at(-1) !== "") this.#lines.push("");
  }

  #keep(line: string): void {
    this.endParagraph();
    this.#lines.push(line);
  }

  #addHtml(line: string): void {
    this.endParagraph();
    this.#lines.push(...fillLines(line.trim(), this.#width));
  }

  #isIndentedCode(line: string): boolean {
    if (this.#paragraph !== undefined) return false;
    return line.startsWith(" ".repeat(this.#listIndent + 4));
  }

  #addText(line: string): void {
    const [, quote = "", rest = ""] = /^(\s*(?:> ?)*)(.*)$/.exec(line) ?? [];
    const [marker = ""] = /^(?:[-*+]|\d{1,9}[.)])\s+/.exec(rest) ?? [];
    if (marker !== "") return this.#addItem(quote, marker, rest.slice(marker.length));
    if (quote.trim() === "") return this.#addPlain(rest, quote);
    if (rest === "") return this.#keep(line);
    if (this.#paragraph?.hanging !== quote) this.#startParagraph(quote, quote);
    this.#paragraph?.lines.push(rest);
  }

  #addItem(quote: string, marker: string, text: string): void {
    this.#startParagraph(quote + marker, quote + " ".repeat(marker.length));
    this.#paragraph?.lines.push(text);
    this.#listIndent = quote.length + marker.length;
  }

  #addPlain(text: string, margin: string): void {
    if (this.#paragraph === undefined) {
      if (margin.length < this.#listIndent) this.#listIndent = 0;
      this.#startParagraph(margin, margin);
    }
    this.#paragraph?.lines.push(text);
  }

  #startParagraph(first: string, hanging: string): void {
    this.endParagraph();
    this.#paragraph = { first, hanging, lines: [] };
  }

  endParagraph(): void {
    const paragraph = this.#paragraph;
    if (paragraph === undefined) return;
    this.#paragraph = undefined;
    const room = this.#width - paragraph.hanging.length;
    const fits = paragraph.lines.every((line) => line.length <= room);
    const lines = fits ? paragraph.lines : fillLines(paragraph.lines.join(" "), room);
    for (let index = 0; index < lines.length; index += 1) {
      const start = index === 0 ? paragraph.first : paragraph.hanging;
      this.#lines.push(`${start}${lines[index]}`.trimEnd());
    }
  }
}

/** Headings and their underlines, tables, rules and link definitions. */
const keptLine = /^\s*(?:#{1,6}(?:\s|$)|\||(?:=+|-{2,}|(?:[-*_]\s*){3,})$|\[[^\]]+\]:\s)/;

const htmlLine = /^\s*<(?!pre\b)[a-zA-Z/!]/;
/** The line below a table's head: `| --- | :-: |`. */
function isDelimiterRow(line: string): boolean {
  return line.includes("-") && /^\|?:?-+:?(?:\|:?-+:?)*\|?$/.test(line.replace(/\s+/g, ""));
}
