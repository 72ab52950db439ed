import { type Piece, type Tag, htmlPieces, isBlock } from "./html-pieces.ts";
import { decodeEntities, imageText, isCode, spanText } from "./html-spans.ts";

/**
 * A description with its HTML said in Markdown, which is what editors show and what people can read in a comment.
 *
 * Descriptions are CommonMark (OpenAPI, "Rich Text Formatting"), which allows HTML, and there are frameworks that write
 * little else. What Markdown cannot say, such as `<sub>`, and what is no HTML, such as `<name>`, stays as it is.
 */
export function htmlToMarkdown(text: string): string {
  const pieces = htmlPieces(text);
  if (pieces === undefined) return text;
  const writer = new Writer();
  for (const piece of pieces) writer.add(piece);
  return writer.end();
}

interface Span {
  readonly tag: Tag;
  /** True when there is a space in front of it: HTML does not show a second one. */
  readonly spaced: boolean;
  text: string;
}

interface List {
  readonly ordered: boolean;
  items: number;
}

/** Lists and elements that are deeper get no more spaces and marks: no comment has the room. */
const DEEPEST = 8;

class Writer {
  readonly #finished: string[] = [];
  /** The lines since the last break of ours. */
  #lines = "";
  /** How many ends of lines are owed before the next text. */
  #gap = 0;
  /** What the next text begins with: the mark of an item or a heading. */
  #mark = "";
  readonly #lists: List[] = [];
  /** Elements around words that did not end yet. */
  readonly #spans: Span[] = [];
  /** How many of those are code. */
  #code = 0;
  /** True behind a space. */
  #spaced = false;
  /** The text of a `<pre>`, while inside one. */
  #preformatted: string | undefined;

  add(piece: Piece): void {
    if (this.#preformatted !== undefined) return this.#addPreformatted(this.#preformatted, piece);
    if (typeof piece === "string") return this.#addText(piece);
    if (piece.name === "img") return this.#addText(imageText(piece.attributes));
    if (isBlock(piece.name)) return this.#addBlock(piece);
    if (piece.around === "words") return piece.closes ? this.#closeSpan() : this.#openSpan(piece);
    if (piece.around === undefined) this.#addText(piece.source);
  }

  end(): string {
    if (this.#preformatted !== undefined) this.#addFence(this.#preformatted);
    return [...this.#finished, this.#lines.trimEnd()].join("");
  }

  #addText(text: string): void {
    this.#spaced = text.endsWith(" ");
    const span = this.#spans.at(-1);
    if (span === undefined) this.#write(this.#lists.length > 0 ? oneLine(text) : text);
    else span.text += text;
  }

  #openSpan(tag: Tag): void {
    this.#spans.push({ tag, text: "", spaced: this.#spaced });
    this.#spaced = false;
    if (isCode(tag.name)) this.#code += 1;
  }

  #closeSpan(): void {
    const span = this.#spans.pop();
    if (span === undefined) return;
    const { tag, text, spaced } = span;
    if (isCode(tag.name)) this.#code -= 1;
    const plain = this.#code > 0 || this.#spans.length > DEEPEST;
    const words = plain ? text : spanText(tag.name, tag.attributes, text);
    this.#addText(spaced ? words.trimStart() : words);
  }

  #addBlock(tag: Tag): void {
    const { name, closes } = tag;
    if (name === "pre" && !closes) this.#preformatted = "";
    else if (name === "br") this.#break(this.#gap + 1);
    else if (name === "ul" || name === "ol") this.#addList(name === "ol", closes);
    else if (name === "li") this.#addItem(closes);
    else this.#break(2);
    if (closes) return;
    if (/^h\d$/.test(name)) this.#mark += "### ";
    if (name !== "hr") return;
    this.#write("---");
    this.#break(2);
  }

  #addList(ordered: boolean, closes: boolean): void {
    if (closes) this.#lists.pop();
    this.#break(this.#lists.length > 0 ? 1 : 2);
    if (!closes) this.#lists.push({ ordered, items: 0 });
  }

  #addItem(closes: boolean): void {
    if (closes) return this.#break(1);
    if (this.#lists.length === 0) this.#addList(false, false);
    const list = this.#lists.at(-1) as List;
    list.items += 1;
    this.#break(1);
    if (list.items > 1) this.#gap = 1;
    this.#mark = list.ordered ? `${list.items}. ` : "- ";
  }

  /** Nothing breaks the line on which an item or heading begins. */
  #break(size: number): void {
    if (this.#mark === "") this.#gap = Math.max(this.#gap, Math.min(size, 2));
  }

  #write(text: string): void {
    const starts = this.#gap > 0 || this.#lines === "";
    const words = starts ? text.trimStart() : text;
    if (words === "") return;
    if (starts) this.#startLine();
    this.#lines += words;
  }

  #startLine(): void {
    const before = this.#lines.trimEnd();
    // Two spaces end a line of Markdown for good.
    const end = this.#gap === 1 && this.#mark === "" ? "  \n" : "\n".repeat(this.#gap);
    if (before !== "") this.#finished.push(before, end);
    const around = this.#mark === "" ? this.#lists : this.#lists.slice(0, -1);
    this.#lines = margin(around) + this.#mark;
    this.#gap = 0;
    this.#mark = "";
  }

  #addPreformatted(code: string, piece: Piece): void {
    if (typeof piece === "string") this.#preformatted = code + piece;
    else if (piece.name === "br") this.#preformatted = `${code}\n`;
    else if (piece.name === "pre" && piece.closes) this.#addFence(code);
  }

  #addFence(code: string): void {
    this.#preformatted = undefined;
    const lines = decodeEntities(code)
      .replace(/^\n+|\s+$/g, "")
      .split("\n");
    if (lines.join("") === "") return;
    this.#break(2);
    const fenced = ["```", ...lines, "```"].join(`\n${margin(this.#lists)}`);
    this.#write(fenced);
    this.#break(2);
  }
}

/** The spaces in front of what belongs to the items of lists. */
function margin(lists: readonly List[]): string {
  return lists
    .slice(0, DEEPEST)
    .map(({ ordered }) => (ordered ? "   " : "  "))
    .join("");
}

function oneLine(text: string): string {
  return text.includes("\n") ? text.replace(/\s+/g, " ") : text;
}
