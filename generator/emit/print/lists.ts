/** The bracketed lists of TypeScript, each in prettier's style. */

import type { ListStyle } from "./doc.ts";

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
