/**
 * Documents: the forms of syntax that take several lines.
 *
 * The idea is prettier's (and Wadler's), with one addition that makes it fast: what fits on a line is text from the
 * start (`type-text.ts`, `value-text.ts`), and a document is made only of what does not, one level at a time.
 */

export type Doc =
  | string
  | Group
  | Concat
  | Indent
  | Line
  | Block
  | Alternatives
  | Fill
  | Fluid
  | Assignment
  | Hug
  | SignatureDoc;

/** Text where it fits, else a document. */
export interface Group {
  readonly kind: "group";
  /** On one line. What is too wide for any line may be less than all of it. */
  readonly flat: string;
  readonly layout: () => Doc;
  /** What `layout` gave: who looks ahead at it may print it, too. */
  laidOut: Doc | undefined;
}

/** One after the other. */
export interface Concat {
  readonly kind: "concat";
  readonly parts: readonly Doc[];
}

/** Lines inside start two columns further right. */
export interface Indent {
  readonly kind: "indent";
  readonly contents: Doc;
}

export interface Line {
  readonly kind: "line";
}

/** Lines between brackets. What is on a line of its own depends on nothing around it, and is printed by itself. */
export interface Block {
  readonly kind: "block";
  readonly open: string;
  readonly close: string;
  /** The lines, each with a line end in front and indented by so many columns. */
  readonly lines: (indent: number) => string;
}

/** `A | B`: a line for each with a bar in front. */
export interface Alternatives {
  readonly kind: "alternatives";
  readonly items: readonly Doc[];
}

/** Items with a comma after each, as many on a line as fit. */
export interface Fill {
  readonly kind: "fill";
  readonly items: readonly string[];
}

/** On the same line when its start fits there, else indented on the next line. */
export interface Fluid {
  readonly kind: "fluid";
  readonly contents: Doc;
}

/** `left = right`, with the line break after the sign before one in the right side, if at all, by `layout`. */
export interface Assignment {
  readonly kind: "assignment";
  /** Left side and sign. */
  readonly left: string;
  readonly right: Doc;
  readonly layout: AssignmentLayout;
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
}

export const line: Line = { kind: "line" };

/** What stands on one line as `flat` where that fits, and is laid out where it does not. */
export function group(flat: string, layout: () => Doc): Group {
  return { kind: "group", flat, layout, laidOut: undefined };
}

/** The form on one line. */
export function flatOf(doc: string | Group): string {
  return typeof doc === "string" ? doc : doc.flat;
}

/** The form of a group in several lines. */
export function layoutOf(group: Group): Doc {
  return (group.laidOut ??= group.layout());
}

/** One after another. */
export function concat(parts: readonly Doc[]): Doc {
  return { kind: "concat", parts };
}

/** The text of what can not break, however little room there is; undefined for what can. */
export function unbreakable(doc: Doc): string | undefined {
  if (typeof doc === "string") return doc;
  if (doc.kind === "group") return unbreakable(layoutOf(doc));
  if (doc.kind !== "concat") return undefined;
  const parts = doc.parts.map(unbreakable);
  return parts.includes(undefined) ? undefined : parts.join("");
}

/** Lines inside begin two columns further right. */
export function indent(contents: Doc): Doc {
  return typeof contents === "string" ? contents : { kind: "indent", contents };
}

export function fluid(contents: Doc): Fluid {
  return { kind: "fluid", contents };
}

export function assignment(left: string, right: Doc, layout: AssignmentLayout): Assignment {
  return { kind: "assignment", left, right, layout };
}
