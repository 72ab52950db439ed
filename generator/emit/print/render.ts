/** Lays a document out within the width of the page. */

import {
  type Alternatives,
  type Assignment,
  type Block,
  type Doc,
  type Fill,
  type Group,
  type Hug,
  type SignatureDoc,
  layoutOf,
} from "./doc.ts";
import { LookAhead } from "./look-ahead.ts";
import { fits, pageWidth, textWidth } from "./width.ts";

/**
 * The document as text: on one line when it fits between `column` and the edge of the page with `trailing` after it.
 * Lines after the first start at `indent`; the first starts wherever the caller is, at `column`.
 */
export function render(doc: Doc, indent: number, column: number, trailing = ""): string {
  if (typeof doc === "string") return doc;
  if (doc.kind !== "group") return new Renderer(column, trailing).run(doc, indent);
  if (fits(doc.flat, pageWidth - column - trailing.length)) return doc.flat;
  return new Renderer(column, trailing).run(layoutOf(doc), indent);
}

/** A line end and the margin of the next line. */
export function lineStart(indent: number): string {
  return lineStarts[indent] ?? `\n${" ".repeat(indent)}`;
}

const lineStarts = Array.from({ length: 40 }, (_, indent) => `\n${" ".repeat(indent)}`);

/** A stack of what is still to come. */
class Renderer {
  /** The text so far, in pieces: a string that grows would be copied whole at every look at its end. */
  readonly #pieces: string[] = [];
  /** The column after the first `#measured` pieces: of most lines nobody asks how wide they are. */
  #column: number;
  #measured = 0;
  readonly #docs: Doc[];
  readonly #indents: number[];
  readonly #ahead = new LookAhead();

  constructor(column: number, trailing: string) {
    this.#column = column;
    this.#docs = [trailing];
    this.#indents = [0];
  }

  run(doc: Doc, indent: number): string {
    this.#push(doc, indent);
    this.#runTo(1);
    return this.#pieces.join("");
  }

  /** Prints what is on the stack above a height. */
  #runTo(height: number): void {
    while (this.#docs.length > height) {
      const next = this.#docs.pop() as Doc;
      const indent = this.#indents.pop() as number;
      if (typeof next === "string") this.#pieces.push(next);
      else this.#print(next, indent);
    }
  }

  #push(doc: Doc, indent: number): void {
    this.#docs.push(doc);
    this.#indents.push(indent);
  }

  #columnNow(): number {
    while (this.#measured < this.#pieces.length) {
      this.#column += textWidth(this.#pieces[this.#measured] ?? "");
      this.#measured += 1;
    }
    return this.#column;
  }

  #newLine(indent: number): void {
    this.#trimEnd();
    this.#measured = this.#pieces.push(lineStart(indent));
    this.#column = indent;
  }

  /** Takes back the space of `key: ` before a union that moves to the next line, or the margin of an empty line. */
  #trimEnd(): void {
    const last = this.#pieces.length - 1;
    const text = this.#pieces[last] ?? "";
    if (text.endsWith(" ")) this.#pieces[last] = text.replace(/ +$/, "");
  }

  #print(doc: Exclude<Doc, string>, indent: number): void {
    switch (doc.kind) {
      case "group":
        return this.#group(doc, indent);
      case "concat":
        for (let index = doc.parts.length - 1; index >= 0; index -= 1) {
          this.#push(doc.parts[index] as Doc, indent);
        }
        return;
      case "indent":
        return this.#push(doc.contents, indent + 2);
      case "line":
        return this.#newLine(indent);
      case "block":
        return this.#block(doc, indent);
      case "alternatives":
        return this.#alternatives(doc, indent);
      case "fill":
        return this.#fill(doc, indent);
      case "fluid":
        return this.#fluid(doc.contents, indent);
      case "assignment":
        return this.#assignment(doc, indent);
      case "hug":
        return this.#hug(doc, indent);
      case "signature":
        return this.#signature(doc, indent);
    }
  }

  #group(doc: Group, indent: number): void {
    if (this.#fits(doc.flat)) this.#pieces.push(doc.flat);
    else this.#push(layoutOf(doc), indent);
  }

  #block({ open, close, lines }: Block, indent: number): void {
    this.#pieces.push(open, lines(indent + 2));
    this.#newLine(indent);
    this.#pieces.push(close);
  }

  #alternatives({ items }: Alternatives, indent: number): void {
    const last = items.length - 1;
    for (let index = 0; index < last; index += 1) {
      this.#pieces.push("| ", render(items[index] as Doc, indent + 2, indent + 2));
      this.#newLine(indent);
    }
    this.#pieces.push("| ");
    this.#push(items[last] as Doc, indent + 2);
  }

  #fill({ items }: Fill, indent: number): void {
    let start = "";
    for (const item of items) {
      if (this.#columnNow() + textWidth(`${start}${item},`) > pageWidth && start !== "") {
        this.#newLine(indent);
        start = "";
      }
      this.#pieces.push(`${start}${item},`);
      start = " ";
    }
  }

  #fluid(contents: Doc, indent: number): void {
    this.#ahead.space = 1;
    const stays = this.#fits("", contents);
    this.#ahead.space = 0;
    if (stays) this.#sameLine(contents, indent);
    else this.#nextLine(contents, indent);
  }

  #sameLine(doc: Doc, indent: number): void {
    this.#pieces.push(" ");
    this.#push(doc, indent);
  }

  #nextLine(doc: Doc, indent: number): void {
    this.#newLine(indent + 2);
    this.#push(doc, indent + 2);
  }

  #assignment({ left, right, layout }: Assignment, indent: number): void {
    this.#pieces.push(left);
    if (layout === "sameLine") this.#sameLine(right, indent);
    else if (layout === "nextLine") this.#nextLine(right, indent);
    else this.#fluid(right, indent);
  }

  #hug({ head, last, tail, expanded }: Hug, indent: number): void {
    if (!this.#fits(head, last)) return this.#push(expanded, indent);
    this.#pieces.push(head);
    this.#push(tail, indent);
    this.#push(last, indent);
  }

  #signature({ parameters, returns, expanded }: SignatureDoc, indent: number): void {
    const [column, pieces, height] = [this.#columnNow(), this.#pieces.length, this.#docs.length];
    this.#push(returns, indent);
    this.#push(parameters, indent);
    this.#runTo(height + 1);
    const start = this.#pieces.length;
    this.#runTo(height);
    if (!this.#pieces.slice(start).join("").includes("{\n")) return;
    this.#pieces.length = pieces;
    this.#measured = pieces;
    this.#column = column;
    this.#push(expanded(), indent);
  }

  /** Whether text fits together with what follows it on the line, up to where the line may break. */
  #fits(text: string, next: Doc = ""): boolean {
    const ahead = this.#ahead;
    ahead.left = pageWidth - this.#columnNow() - textWidth(text);
    if (ahead.left < 0) return false;
    if (ahead.reachesLine(next)) return ahead.left >= 0;
    for (let index = this.#docs.length - 1; index >= 0; index -= 1) {
      if (ahead.reachesLine(this.#docs[index] as Doc)) break;
    }
    return ahead.left >= 0;
  }
}
