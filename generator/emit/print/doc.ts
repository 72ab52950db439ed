/**
 * Documents: text that knows where it may break into lines.
 *
 * The idea is prettier's (and Wadler's), with one addition that makes it fast: every document carries its `flat`
 * form, the text it is when it does not break; `undefined` when it must break. What fits is one string then, and
 * only what does not is walked.
 */

import type { Comment } from "./comment.ts";

export type Doc =
  | string
  | Concat
  | Group
  | Indent
  | Line
  | List
  | Block
  | Alternatives
  | Fill
  | Fluid
  | Assignment
  | Hug
  | SignatureDoc;

/** One after the other; breaks where what is around it breaks. */
export interface Concat {
  readonly kind: "concat";
  readonly parts: readonly Doc[];
  readonly flat: string | undefined;
}

/** Either flat, or with every line of its own (not those of groups inside) broken. */
export interface Group {
  readonly kind: "group";
  readonly contents: Doc;
  readonly flat: string | undefined;
}

/** Lines inside start two columns further right. */
export interface Indent {
  readonly kind: "indent";
  readonly contents: Doc;
  readonly flat: string | undefined;
}

/** A line end, or `flat` where the group around it fits. */
export interface Line {
  readonly kind: "line";
  readonly flat: string;
}

/** `[a, b]`, `{ a; b }`: on one line, or an item per line. */
export interface List {
  readonly kind: "list";
  readonly style: ListStyle;
  readonly items: readonly Doc[];
  /** A group of its own; else it breaks with what is around it. */
  readonly grouped: boolean;
  readonly flat: string | undefined;
}

export interface ListStyle {
  readonly open: string;
  readonly close: string;
  readonly separator: "," | ";";
  /** What follows the last item when there is a line for each. */
  readonly last: "," | ";" | "";
  /** Between a bracket and an item on the same line. */
  readonly padding: "" | " ";
}

/** Documented members between braces, a line for each; one with a comment is set apart by an empty line. */
export interface Block {
  readonly kind: "block";
  readonly items: readonly { readonly comment: Comment | undefined; readonly content: Doc }[];
  readonly flat: undefined;
}

/** `A | B`, or a line for each with a bar in front. */
export interface Alternatives {
  readonly kind: "alternatives";
  readonly items: readonly Doc[];
  readonly wrap: Wrap;
  readonly flat: string | undefined;
}

/**
 * What a union that does not fit does first: nothing, move to the next line, or put itself between parentheses on
 * lines of their own; `parenthesized` is between parentheses even when it fits.
 */
export type Wrap = "none" | "line" | "parentheses" | "parenthesized";

/** Items with a comma after each, as many on a line as fit; one after the other when the group around is flat. */
export interface Fill {
  readonly kind: "fill";
  readonly items: readonly string[];
  readonly flat: string;
}

/** On the same line when its start fits there, else indented on the next line. */
export interface Fluid {
  readonly kind: "fluid";
  readonly contents: Doc;
  readonly flat: string | undefined;
}

/** `left = right`, with the line break after the sign before one in the right side, if at all, by `layout`. */
export interface Assignment {
  readonly kind: "assignment";
  /** Left side and sign. */
  readonly left: string;
  readonly right: Doc;
  readonly layout: AssignmentLayout;
  readonly flat: string | undefined;
}

/** After the sign: always a line end; one where the start of the right side does not fit; never. */
export type AssignmentLayout = "nextLine" | "fluid" | "sameLine";

/** A list whose last item may break while the items in front stay on the line: `f(a, {`. */
export interface Hug {
  readonly kind: "hug";
  readonly head: string;
  readonly last: Doc;
  readonly tail: string;
  /** The layout for when not even the start of `last` fits. */
  readonly expanded: Doc;
  readonly flat: string | undefined;
}

/**
 * The parameters and the return type of a function with one parameter. They break together, unless an object in
 * the return type comes out in several lines: then `expanded` is the layout.
 */
export interface SignatureDoc {
  readonly kind: "signature";
  readonly parameters: Doc;
  readonly returns: Doc;
  readonly expanded: () => Doc;
  readonly flat: string | undefined;
}

export const line: Line = { kind: "line", flat: " " };
export const softLine: Line = { kind: "line", flat: "" };

export function flatOf(doc: Doc): string | undefined {
  return typeof doc === "string" ? doc : doc.flat;
}

/** True when some line inside must break, whatever the width. */
export function mustBreak(doc: Doc): boolean {
  return typeof doc !== "string" && doc.flat === undefined;
}

/** Text alone stays text. */
export function concat(parts: readonly Doc[]): Doc {
  let onlyText = true;
  let flat: string | undefined = "";
  // oxlint-disable-next-line typescript/prefer-for-of -- until V8 optimises one, each of its steps makes an object
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] as Doc;
    const text = typeof part === "string" ? part : part.flat;
    if (typeof part !== "string") onlyText = false;
    flat = flat === undefined || text === undefined ? undefined : flat + text;
  }
  return onlyText && flat !== undefined ? flat : { kind: "concat", parts, flat };
}

export function group(contents: Doc): Doc {
  if (typeof contents === "string" || isGroup(contents)) return contents;
  return { kind: "group", contents, flat: contents.flat };
}

function isGroup(doc: Exclude<Doc, string>): boolean {
  return doc.kind === "group" || doc.kind === "assignment" || (doc.kind === "list" && doc.grouped);
}

/** Breaks even if it would fit. An empty list, which is text, cannot. */
export function broken(doc: Doc): Doc {
  if (typeof doc !== "string" && doc.kind === "list") return { ...doc, flat: undefined };
  return doc;
}

export function indent(contents: Doc): Doc {
  if (typeof contents === "string") return contents;
  return { kind: "indent", contents, flat: contents.flat };
}

export function list(style: ListStyle, items: readonly Doc[], grouped = true): Doc {
  if (items.length === 0) return style.open + style.close;
  const inside = flatItems(items, `${style.separator} `);
  const { open, close, padding } = style;
  const flat = inside === undefined ? undefined : open + padding + inside + padding + close;
  return { kind: "list", style, items, grouped, flat };
}

export function alternatives(items: readonly Doc[], wrap: Wrap): Alternatives {
  const inside = flatItems(items, " | ");
  const flat = wrap === "parenthesized" && inside !== undefined ? `(${inside})` : inside;
  return { kind: "alternatives", items, wrap, flat };
}

function flatItems(items: readonly Doc[], separator: string): string | undefined {
  let flat = flatOf(items[0] ?? "");
  for (let index = 1; index < items.length && flat !== undefined; index += 1) {
    const text = flatOf(items[index] as Doc);
    flat = text === undefined ? undefined : flat + separator + text;
  }
  return flat;
}

export function fill(items: readonly string[]): Fill {
  return { kind: "fill", items, flat: items.join(", ") };
}

export function fluid(contents: Doc): Fluid {
  const flat = flatOf(contents);
  return { kind: "fluid", contents, flat: flat === undefined ? undefined : ` ${flat}` };
}

export function assignment(left: string, right: Doc, layout: AssignmentLayout): Assignment {
  const flat = flatOf(right);
  return {
    kind: "assignment",
    left,
    right,
    layout,
    flat: flat === undefined ? undefined : `${left} ${flat}`,
  };
}

export function hug(head: string, last: Doc, tail: string, expanded: Doc): Hug {
  const flat = flatOf(last);
  return {
    kind: "hug",
    head,
    last,
    tail,
    expanded,
    flat: flat === undefined ? undefined : head + flat + tail,
  };
}

export function signature(parameters: Doc, returns: Doc, expanded: () => Doc): SignatureDoc {
  const flat = flatOf(concat([parameters, returns]));
  return { kind: "signature", parameters, returns, expanded, flat };
}

export function join(separator: string, parts: readonly Doc[]): Doc {
  return concat(parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])));
}
