/** Lays a document out within the width of the page. */

import { printComment } from "./comment.ts";
import {
  type Alternatives,
  type Assignment,
  type Block,
  type Doc,
  type Fill,
  type Fluid,
  type Group,
  type Hug,
  type List,
  type SignatureDoc,
  alternatives,
  flatOf,
  line,
} from "./doc.ts";
import { LookAhead } from "./look-ahead.ts";
import { fits, pageWidth, textWidth } from "./width.ts";

/**
 * The document as text: flat when it fits between `column` and the edge of the page with `trailing` after it, else
 * broken. Lines after the first start at `indent`; the first starts wherever the caller is, at `column`.
 */
export function render(doc: Doc, indent: number, column: number, trailing = ""): string {
  const flat = flatOf(doc);
  if (flat !== undefined && fits(flat, pageWidth - column - trailing.length)) return flat;
  return new Renderer(column, trailing).run(doc, indent);
}

const lineStarts = Array.from({ length: 40 }, (_, indent) => `\n${" ".repeat(indent)}`);

/** A stack of what is still to come; everything on it is already known to be broken. */
class Renderer {
  /** The text so far, in pieces: a string that grows would be copied whole at every look at its end. */
  readonly #pieces: string[] = [];
  #column: number;
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
      this.#print(next, this.#indents.pop() as number);
    }
  }

  #push(doc: Doc, indent: number): void {
    this.#docs.push(doc);
    this.#indents.push(indent);
  }

  #write(text: string): void {
    this.#pieces.push(text);
    this.#column += textWidth(text);
  }

  #newLine(indent: number): void {
    this.#trimEnd();
    this.#pieces.push(lineStarts[indent] ?? `\n${" ".repeat(indent)}`);
    this.#column = indent;
  }

  /** Takes back the space of `key: ` before a union that moves to the next line, or the margin of an empty line. */
  #trimEnd(): void {
    const last = this.#pieces.length - 1;
    const text = this.#pieces[last] ?? "";
    if (text.endsWith(" ")) this.#pieces[last] = text.replace(/ +$/, "");
  }

  #print(doc: Doc, indent: number): void {
    if (typeof doc === "string") return this.#write(doc);
    switch (doc.kind) {
      case "concat":
        for (let index = doc.parts.length - 1; index >= 0; index -= 1) {
          this.#push(doc.parts[index] as Doc, indent);
        }
        return;
      case "indent":
        return this.#push(doc.contents, indent + 2);
      case "line":
        return this.#newLine(indent);
      case "group":
        return this.#group(doc, indent);
      case "list":
        return this.#list(doc, indent);
      case "block":
        return this.#block(doc, indent);
      case "alternatives":
        return this.#alternatives(doc, indent);
      case "fill":
        return this.#fill(doc, indent);
      case "fluid":
        return this.#fluid(doc, indent);
      case "assignment":
        return this.#assignment(doc, indent);
      case "hug":
        return this.#hug(doc, indent);
      case "signature":
        return this.#signature(doc, indent);
    }
  }

  #group(doc: Group, indent: number): void {
    if (!this.#writeFlat(doc.flat)) this.#push(doc.contents, indent);
  }

  #list(doc: List, indent: number): void {
    if (doc.grouped && this.#writeFlat(doc.flat)) return;
    const { open, close, separator, last } = doc.style;
    const { items } = doc;
    this.#write(open);
    for (let index = 0; index < items.length; index += 1) {
      this.#newLine(indent + 2);
      this.#item(items[index] as Doc, index < items.length - 1 ? separator : last, indent + 2);
    }
    this.#newLine(indent);
    this.#write(close);
  }

  #block({ items }: Block, indent: number): void {
    const inner = indent + 2;
    this.#write("{");
    for (let index = 0; index < items.length; index += 1) {
      const { comment, content } = items[index] as Block["items"][number];
      const text = comment === undefined ? "" : printComment(comment, " ".repeat(inner));
      if (text !== "") this.#pieces.push(index > 0 ? "\n\n" : "\n", text);
      this.#newLine(inner);
      this.#item(content, ";", inner);
    }
    this.#newLine(indent);
    this.#write("}");
  }

  /** An item that has its line for itself: most are flat. */
  #item(doc: Doc, end: string, indent: number): void {
    const flat = flatOf(doc);
    if (flat !== undefined && fits(flat, pageWidth - this.#column - end.length)) {
      this.#pieces.push(flat, end);
      return;
    }
    const height = this.#docs.length;
    this.#push(line, indent);
    this.#push(end, indent);
    this.#push(doc, indent);
    this.#runTo(height + 1);
    this.#docs.pop();
    this.#indents.pop();
  }

  #alternatives(doc: Alternatives, indent: number): void {
    if (this.#writeFlat(doc.flat)) return;
    if (doc.wrap !== "none") return this.#wrapped(doc, indent);
    for (let index = doc.items.length - 1; index >= 0; index -= 1) {
      this.#push(doc.items[index] as Doc, indent + 2);
      this.#push("| ", indent);
      if (index > 0) this.#push(line, indent);
    }
  }

  #wrapped(doc: Alternatives, indent: number): void {
    if (doc.wrap !== "line") {
      this.#push(")", indent);
      this.#push(line, indent);
      this.#write("(");
    }
    this.#newLine(indent + 2);
    this.#push(alternatives(doc.items, "none"), indent + 2);
  }

  #fill(doc: Fill, indent: number): void {
    let start = "";
    for (const item of doc.items) {
      if (this.#column + textWidth(`${start}${item},`) > pageWidth && start !== "") {
        this.#newLine(indent);
        start = "";
      }
      this.#write(`${start}${item},`);
      start = " ";
    }
  }

  #fluid(doc: Fluid, indent: number): void {
    this.#ahead.space = 1;
    const stays = this.#fits("", doc.contents);
    this.#ahead.space = 0;
    if (stays) this.#sameLine(doc.contents, indent);
    else this.#nextLine(doc.contents, indent);
  }

  #sameLine(doc: Doc, indent: number): void {
    this.#write(" ");
    this.#push(doc, indent);
  }

  #nextLine(doc: Doc, indent: number): void {
    this.#newLine(indent + 2);
    this.#push(doc, indent + 2);
  }

  #assignment(doc: Assignment, indent: number): void {
    if (this.#writeFlat(doc.flat)) return;
    this.#write(doc.left);
    if (doc.layout === "sameLine") this.#sameLine(doc.right, indent);
    else if (doc.layout === "nextLine") this.#nextLine(doc.right, indent);
    else this.#fluid({ kind: "fluid", contents: doc.right, flat: undefined }, indent);
  }

  #hug(doc: Hug, indent: number): void {
    if (this.#writeFlat(doc.flat)) return;
    if (!this.#fits(doc.head, doc.last)) return this.#push(doc.expanded, indent);
    this.#write(doc.head);
    this.#push(doc.tail, indent);
    this.#push(doc.last, indent);
  }

  #signature(doc: SignatureDoc, indent: number): void {
    if (this.#writeFlat(doc.flat)) return;
    const [pieces, column, height] = [this.#pieces.length, this.#column, this.#docs.length];
    this.#push(doc.returns, indent);
    this.#push(doc.parameters, indent);
    this.#runTo(height + 1);
    const start = this.#pieces.length;
    this.#runTo(height);
    if (!this.#pieces.slice(start).join("").includes("{\n")) return;
    this.#pieces.length = pieces;
    this.#column = column;
    this.#push(doc.expanded(), indent);
  }

  #writeFlat(flat: string | undefined): boolean {
    if (flat === undefined || !this.#fits(flat)) return false;
    this.#write(flat);
    return true;
  }

  /** Whether text fits together with what follows it on the line, up to where the line may break. */
  #fits(text: string, next: Doc = ""): boolean {
    const ahead = this.#ahead;
    ahead.left = pageWidth - this.#column - textWidth(text);
    if (ahead.left < 0) return false;
    if (ahead.reachesLine(next)) return ahead.left >= 0;
    for (let index = this.#docs.length - 1; index >= 0; index -= 1) {
      if (ahead.reachesLine(this.#docs[index] as Doc)) break;
    }
    return ahead.left >= 0;
  }
}
