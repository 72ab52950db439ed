/** The bracketed lists of TypeScript, each in prettier's style. */

import type { Doc } from "./doc.ts";
import { lineStart, render } from "./render.ts";
import { fits, isTooWide, pageWidth } from "./width.ts";

export interface ListStyle {
  readonly open: string;
  readonly close: string;
  readonly separator: "," | ";";
  /** What follows the last item when there is a line for each. */
  readonly last: "," | ";" | "";
  /** Between a bracket and an item on the same line. */
  readonly padding: "" | " ";
}

/** Type arguments: TypeScript allows no comma after the last. */
export const typeArgumentList: ListStyle = style("<", ">", "");
export const typeParameterList: ListStyle = style("<", ">", ",");
export const arrayList: ListStyle = style("[", "]", ",");
export const argumentList: ListStyle = style("(", ")", ",");
/** Nothing may follow a rest parameter. */
export const restParameterList: ListStyle = style("(", ")", "");
export const objectList: ListStyle = { ...style("{", "}", ","), padding: " " };
export const memberList: ListStyle = { ...objectList, separator: ";", last: ";" };

function style(open: string, close: string, last: "," | ""): ListStyle {
  return { open, close, separator: ",", last, padding: "" };
}

/** A list on one line, as far as a line goes. */
export function listText<T>(
  { open, close, separator, padding }: ListStyle,
  items: readonly T[],
  textOf: (item: T) => string,
): string {
  if (items.length === 0) return open + close;
  return open + padding + joinTexts(items, `${separator} `, textOf) + padding + close;
}

/** Items on one line. What is too wide for any is left there: its items will be asked for their own texts. */
export function joinTexts<T>(
  items: readonly T[],
  separator: string,
  textOf: (item: T) => string,
): string {
  let all = "";
  for (let index = 0; index < items.length; index += 1) {
    all = index === 0 ? textOf(items[index] as T) : all + separator + textOf(items[index] as T);
    if (all.length > pageWidth && isTooWide(all)) return all;
  }
  return all;
}

/** A list with a line or more for each item: its text if that fits, else its layout. */
export function listLayout<T>(
  style: ListStyle,
  items: readonly T[],
  textOf: (item: T) => string,
  layoutOf: (item: T) => Doc,
): Doc {
  const { open, close, separator, last } = style;
  if (items.length === 0) return open + close;
  const lines = (indent: number): string => {
    const pieces: string[] = [];
    const start = lineStart(indent);
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index] as T;
      const end = index < items.length - 1 ? separator : last;
      const text = textOf(item);
      const fitting = fits(text, pageWidth - indent - end.length);
      pieces.push(start, fitting ? text : render(layoutOf(item), indent, indent, end), end);
    }
    return pieces.join("");
  };
  return { kind: "block", open, close, lines };
}
