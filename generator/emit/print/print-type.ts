/** Types as text. */

import { render } from "./render.ts";
import { typeDoc } from "./type-doc.ts";
import type { TypeNode } from "./types.ts";

/**
 * A type as prettier would lay it out: flat if it fits, else broken. `indent` is the column where its further lines
 * start, `column` where its first line does, `trailing` the text that follows it on the last line (`;`).
 */
export function printType(
  type: TypeNode,
  indent = 0,
  column: number = indent,
  trailing = "",
): string {
  return render(typeDoc(type), indent, column, trailing);
}
