/** Lays a document out within the width of the page. */

import { commentLines } from "./comment.ts";
import {
  type Doc,
  type Fill,
  type Fluid,
  type Group,
  type Hug,
  type SignatureDoc,
  flatOf,
} from "./doc.ts";
import { textWidth } from "./width.ts";

/** prettier's default `printWidth`. */
export const pageWidth = 80;

/**
 * The document as text: flat when it fits between `column` and the edge of the page with `trailing` after it, else
 * broken. Lines after the first start at `indent`; the first starts wherever the caller is, at `column`.
 */
export function render(doc: Doc, indent: number, column: number, trailing = ""): string {
  const flat = flatOf(doc);
  if (flat !== undefined && column + textWidth(flat) + textWidth(trailing) <= pageWidth)
    return flat;
  return new Renderer(column, trailing).run(doc, indent);
}

/** A stack of what is still to come; everything on it is already known to be broken. */
class Renderer {
  #text = "";
  #column: number;
  readonly #docs: Doc[];
  readonly #indents: number[];
  /** Columns left while looking ahead. */
  #left = 0;
  /** A space in front of the text ahead; where a line comes first it does not count. */
  #space = 0;

  constructor(column: number, trailing: string) {
    this.#column = column;
    this.#docs = [trailing];
    this.#indents = [0];
  }

  run(doc: Doc, indent: number): string {
    this.#push(doc, indent);
    this.#runTo(1);
    return this.#text;
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
    this.#text += text;
    this.#column += textWidth(text);
  }

  #newLine(indent: number): void {
    // `key: ` before a union that moves to the next line.
    if (this.#text.endsWith(" ")) this.#text = this.#text.replace(/ +$/, "");
    this.#text += `\n${" ".repeat(indent)}`;
    this.#column = indent;
  }

  #print(doc: Doc, indent: number): void {
    if (typeof doc === "string") return this.#write(doc);
    switch (doc.kind) {
      case "concat":
        for (let index = doc.parts.length - 1; index >= 0; index--)
          this.#push(doc.parts[index] as Doc, indent);
        return;
      case "indent":
        return this.#push(doc.contents, indent + 2);
      case "line":
        if (doc.blank) this.#newLine(0);
        return this.#newLine(indent);
      case "group":
        return this.#group(doc, indent);
      case "ifBroken":
        return this.#push(doc.broken, indent);
      case "fill":
        return this.#fill(doc, indent);
      case "fluid":
        return this.#fluid(doc, indent);
      case "hug":
        return this.#hug(doc, indent);
      case "signature":
        return this.#signature(doc, indent);
      case "comment": {
        const margin = " ".repeat(indent);
        this.#text += commentLines(doc.comment, margin).join("\n").slice(indent);
        return;
      }
    }
  }

  #group(doc: Group, indent: number): void {
    if (doc.flat !== undefined && this.#fits(doc.flat)) return this.#write(doc.flat);
    this.#push(doc.contents, indent);
  }

  #fill(doc: Fill, indent: number): void {
    doc.items.forEach((item, index) => {
      if (index === 0) return this.#write(`${item},`);
      if (this.#column + textWidth(item) + 2 <= pageWidth) return this.#write(` ${item},`);
      this.#newLine(indent);
      this.#write(`${item},`);
    });
  }

  #fluid(doc: Fluid, indent: number): void {
    this.#space = 1;
    const fits = this.#fits("", doc.contents);
    this.#space = 0;
    if (fits) {
      this.#write(" ");
      return this.#push(doc.contents, indent);
    }
    this.#newLine(indent + 2);
    this.#push(doc.contents, indent + 2);
  }

  #hug(doc: Hug, indent: number): void {
    if (doc.flat !== undefined && this.#fits(doc.flat)) return this.#write(doc.flat);
    const last =
      typeof doc.last !== "string" && doc.last.kind === "group" ? doc.last.contents : doc.last;
    if (!this.#fits(doc.head, last)) return this.#push(doc.expanded, indent);
    this.#write(doc.head);
    this.#push(doc.tail, indent);
    this.#push(last, indent);
  }

  #signature(doc: SignatureDoc, indent: number): void {
    if (doc.flat !== undefined && this.#fits(doc.flat)) return this.#write(doc.flat);
    const [text, column, height] = [this.#text, this.#column, this.#docs.length];
    this.#push(doc.returns, indent);
    this.#push(doc.parameters, indent);
    this.#runTo(height + 1);
    const start = this.#text.length;
    this.#runTo(height);
    if (!this.#text.slice(start).includes("{\n")) return;
    this.#text = text;
    this.#column = column;
    this.#push(doc.expanded(), indent);
  }

  /** Whether text fits together with what follows it on the line, up to where the line may break. */
  #fits(text: string, next: Doc = ""): boolean {
    this.#left = pageWidth - this.#column - textWidth(text);
    if (this.#left < 0) return false;
    if (this.#reachesLine(next)) return this.#left >= 0;
    for (let index = this.#docs.length - 1; index >= 0; index--) {
      if (this.#reachesLine(this.#docs[index] as Doc)) break;
    }
    return this.#left >= 0;
  }

  /** Takes the columns of a broken document up to its first line; true when there is one, or no room is left. */
  #reachesLine(doc: Doc): boolean {
    if (typeof doc === "string") {
      if (doc === "") return false;
      this.#left -= textWidth(doc) + this.#space;
      this.#space = 0;
      return this.#left < 0;
    }
    switch (doc.kind) {
      case "concat":
        return doc.parts.some((part) => this.#reachesLine(part));
      case "signature":
        return this.#reachesLine(doc.parameters) || this.#reachesLine(doc.returns);
      case "indent":
      case "group":
        return this.#reachesLine(doc.contents);
      case "ifBroken":
        return this.#reachesLine(doc.broken);
      case "hug":
        return this.#reachesLine(doc.expanded);
      case "fill":
        return this.#reachesLine(doc.items[0] ?? "") || doc.items.length > 1;
      case "line":
      case "fluid":
      case "comment":
        return true;
    }
  }
}
