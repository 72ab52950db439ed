/** How much of a line is left for what comes next on it. */

import { type Doc, concat, layoutOf } from "./doc.ts";
import { textWidth } from "./width.ts";

export class LookAhead {
  /** Columns left. */
  left = 0;
  /** A space in front of the text ahead; where a line comes first it does not count. */
  space = 0;

  /** Takes the columns of a broken document up to its first line; true when there is one, or no room is left. */
  reachesLine(doc: Doc): boolean {
    if (typeof doc === "string") return this.take(doc);
    switch (doc.kind) {
      case "concat":
        return doc.parts.some((part) => this.reachesLine(part));
      case "indent":
        return this.reachesLine(doc.contents);
      case "group":
        return this.reachesLine(layoutOf(doc));
      case "assignment":
        this.take(doc.left);
        if (doc.layout === "sameLine") return this.take(" ") || this.reachesLine(doc.right);
        return true;
      case "block":
        this.take(doc.open);
        return true;
      case "alternatives":
        this.reachesLine(concat(["| ", doc.items[0] ?? ""]));
        return true;
      case "hug":
        return this.reachesLine(doc.expanded);
      case "signature":
        return this.reachesLine(doc.parameters) || this.reachesLine(doc.returns);
      case "fill":
        return this.take(doc.items[0] ?? "") || doc.items.length > 1;
      case "line":
      case "fluid":
        return true;
    }
  }

  /** True when no room is left. */
  take(text: string): boolean {
    if (text === "") return false;
    this.left -= textWidth(text) + this.space;
    this.space = 0;
    return this.left < 0;
  }
}
