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
  lines.forEach((line, index) => {
    wrapper.add(line.trimEnd(), lines[index + 1] ?? "");
    if (hardBreak.test(line)) wrapper.endParagraph();
  });
  return wrapper.end();
}

/** Certainly a paragraph and no other block. */
const startsPlainly = /^[A-Za-z`"'(]/;

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
    const fence = /^\s*(?:[-*+]\s+)?(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      this.#fence = fence;
      return this.#keep(line);
    }
    this.#table ||= delimiterRow.test(next) && line.includes("|");
    if (htmlLine.test(line)) return this.#addHtml(line);
    if (this.#table || keptLine.test(line) || this.#isIndentedCode(line)) return this.#keep(line);
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
    if (quote.trim() !== "" && rest === "") return this.#keep(line);
    const [, marker = ""] = /^((?:[-*+]|\d{1,9}[.)])\s+)/.exec(rest) ?? [];
    if (marker !== "" || quote.trim() !== "") {
      this.#startOrContinue(
        quote + marker,
        quote + " ".repeat(marker.length),
        rest.slice(marker.length),
        marker !== "",
      );
      if (marker !== "") this.#listIndent = quote.length + marker.length;
      return;
    }
    const margin = line.slice(0, line.length - line.trimStart().length);
    if (margin.length < this.#listIndent && this.#paragraph === undefined) this.#listIndent = 0;
    if (this.#paragraph !== undefined) this.#paragraph.lines.push(line.trim());
    else this.#paragraph = { first: margin, hanging: margin, lines: [line.trim()] };
  }

  #startOrContinue(first: string, hanging: string, text: string, item: boolean): void {
    if (!item && this.#paragraph?.hanging === hanging) {
      this.#paragraph.lines.push(text);
      return;
    }
    this.endParagraph();
    this.#paragraph = { first, hanging, lines: [text] };
  }

  endParagraph(): void {
    const paragraph = this.#paragraph;
    if (paragraph === undefined) return;
    this.#paragraph = undefined;
    const room = this.#width - paragraph.hanging.length;
    const fits = paragraph.lines.every((line) => line.length <= room);
    const lines = fits ? paragraph.lines : fillLines(paragraph.lines.join(" "), room);
    lines.forEach((line, index) => {
      this.#lines.push(((index === 0 ? paragraph.first : paragraph.hanging) + line).trimEnd());
    });
  }
}

/** Headings and their underlines, tables, rules and link definitions. */
const keptLine = /^\s*(?:#{1,6}(?:\s|$)|\||(?:=+|-{2,}|(?:[-*_]\s*){3,})$|\[[^\]]+\]:\s)/;

const htmlLine = /^\s*<(?!pre\b)[a-zA-Z/!]/;
const hardBreak = /(?: {2}|\\)$/;
const delimiterRow = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Words into lines of at most `width` columns, more only for a longer word. */
function fillLines(text: string, width: number): string[] {
  if (text.includes("`") || text.includes("  ")) return fillWords(splitWords(text), width);
  const lines: string[] = [];
  let start = 0;
  while (text.length - start > width) {
    const end = endOfLine(text, start, width);
    if (end < 0) break;
    lines.push(text.slice(start, end));
    start = end + 1;
  }
  lines.push(text.slice(start));
  return lines;
}

/** Where the last word ends that fits on a line which begins at `start`; -1 when the rest is one word. */
function endOfLine(text: string, start: number, width: number): number {
  let end = text.lastIndexOf(" ", start + width);
  if (end <= start) end = text.indexOf(" ", start + 1);
  while (end >= 0 && startsBlock.test(wordAt(text, end + 1))) end = text.indexOf(" ", end + 1);
  return end;
}

function wordAt(text: string, start: number): string {
  const end = text.indexOf(" ", start);
  return text.slice(start, end < 0 ? text.length : end);
}

function fillWords(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of words) {
    if (current === "") current = word;
    else if (current.length + 1 + word.length <= width || startsBlock.test(word)) {
      current += ` ${word}`;
    } else {
      lines.push(current);
      current = word;
    }
  }
  if (current !== "") lines.push(current);
  return lines;
}

/** Code spans count as words with their spaces, unless they are too long to be kept whole. */
function splitWords(text: string): string[] {
  return joinCodeSpans(text.split(" ").filter((word) => word !== ""));
}

function joinCodeSpans(words: readonly string[]): string[] {
  const joined: string[] = [];
  let index = 0;
  while (index < words.length) {
    const end = opensSpan(words[index] ?? "") ? endOfSpan(words, index) : index + 1;
    joined.push(end === index + 1 ? (words[index] ?? "") : words.slice(index, end).join(" "));
    index = end;
  }
  return joined;
}

/** The index after the word that closes the code span which word `start` opens; the next one if none is near. */
function endOfSpan(words: readonly string[], start: number): number {
  let length = words[start]?.length ?? 0;
  for (let index = start + 1; index < words.length; index += 1) {
    const word = words[index] ?? "";
    length += 1 + word.length;
    if (length > longestSpan) break;
    if (opensSpan(word)) return index + 1;
  }
  return start + 1;
}

/** An odd number of backticks: a span begins or ends inside. */
function opensSpan(word: string): boolean {
  let odd = false;
  for (let at = word.indexOf("`"); at >= 0; at = word.indexOf("`", at + 1)) odd = !odd;
  return odd;
}

const longestSpan = 160;

/** A word that would begin a list, a heading, a quote, code or an underline if it came first on a line. */
const startsBlock = /^(?:[-+*]|\d{1,9}[.)]|#{1,6}|[>|].*|`{3,}.*|~{3,}.*|=+|-+)$/;
