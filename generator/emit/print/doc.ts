/**
 * Documents: text that knows where it may break into lines.
 *
 * The idea is prettier's (and Wadler's), with one addition that makes it fast: every document carries its `flat`
 * form, the text it is when it does not break. What fits is then one string, and only what does not is walked.
 */

import type { Comment } from "./comment.ts";

export type Doc =
  | string
  | Concat
  | Group
  | Indent
  | Line
  | IfBroken
  | Fill
  | Fluid
  | Hug
  | SignatureDoc
  | CommentDoc;

/** One after the other. */
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

/** A line end, or `flat` where the group around it fits. `flat: undefined` always breaks. */
export interface Line {
  readonly kind: "line";
  readonly flat: string | undefined;
  /** Leaves an empty line in front. */
  readonly blank: boolean;
}

export interface IfBroken {
  readonly kind: "ifBroken";
  readonly broken: Doc;
  readonly flat: string;
}

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

/** A doc comment, wrapped at the indent where it comes to stand. */
export interface CommentDoc {
  readonly kind: "comment";
  readonly comment: Comment;
  readonly flat: undefined;
}

export const line: Line = { kind: "line", flat: " ", blank: false };
export const softLine: Line = { kind: "line", flat: "", blank: false };
export const hardLine: Line = { kind: "line", flat: undefined, blank: false };
export const blankLine: Line = { kind: "line", flat: undefined, blank: true };

export function flatOf(doc: Doc): string | undefined {
  return typeof doc === "string" ? doc : doc.flat;
}

/** True when some line inside must break, whatever the width. */
export function mustBreak(doc: Doc): boolean {
  return typeof doc !== "string" && doc.flat === undefined;
}

export function concat(parts: readonly Doc[]): Doc {
  let flat: string | undefined = "";
  let text = true;
  for (const part of parts) {
    if (typeof part === "string") {
      if (flat !== undefined) flat += part;
      continue;
    }
    text = false;
    flat = flat === undefined || part.flat === undefined ? undefined : flat + part.flat;
  }
  if (text && flat !== undefined) return flat;
  return { kind: "concat", parts, flat };
}

export function group(contents: Doc): Doc {
  if (typeof contents === "string") return contents;
  return { kind: "group", contents, flat: contents.flat };
}

/** A group that breaks even if it would fit. */
export function brokenGroup(contents: Doc): Doc {
  return { kind: "group", contents, flat: undefined };
}

export function indent(contents: Doc): Doc {
  if (typeof contents === "string") return contents;
  return { kind: "indent", contents, flat: contents.flat };
}

export function ifBroken(broken: IfBroken["broken"], flat = ""): IfBroken {
  return { kind: "ifBroken", broken, flat };
}

export function signature(parameters: Doc, returns: Doc, expanded: () => Doc): SignatureDoc {
  const flat = flatOf(concat([parameters, returns]));
  return { kind: "signature", parameters, returns, expanded, flat };
}

export function commentDoc(comment: Comment): CommentDoc {
  return { kind: "comment", comment, flat: undefined };
}

export function fill(items: readonly string[]): Fill {
  return { kind: "fill", items, flat: items.join(", ") };
}

export function fluid(contents: Doc): Fluid {
  const flat = flatOf(contents);
  return { kind: "fluid", contents, flat: flat === undefined ? undefined : ` ${flat}` };
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

export function join(separator: readonly Doc[], parts: readonly Doc[]): Doc {
  const joined: Doc[] = [];
  for (const part of parts) {
    if (joined.length > 0) joined.push(...separator);
    joined.push(part);
  }
  return concat(joined);
}
