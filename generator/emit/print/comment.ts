/**
 * Text of a document as a doc comment.
 *
 * Nothing that a document says can close the comment, become a JSDoc tag, or reach a tool that reads comments
 * (TypeScript's `@jsxImportSource`, bundlers' `#__PURE__`, source-map links).
 */

import { wrapMarkdown } from "./wrap.ts";

/** The docs of a declaration or member. */
export interface Comment {
  /** Markdown, usually the document's own. Paragraphs are re-wrapped. */
  readonly text?: string;
  /** Our own tags, printed below the text in this order. */
  readonly tags?: readonly CommentTag[];
}

export interface CommentTag {
  readonly name: "deprecated" | "default" | "example" | "see" | "remarks";
  /** What follows the tag. Any text. */
  readonly text?: string;
}

const width = 80;

/**
 * The lines of a doc comment, indented, without line ends; none at all for an empty comment.
 *
 * The one-line form when it fits, else the block form with a star per line.
 */
export function commentLines(comment: Comment, indent: string): string[] {
  const content = contentLines(comment, width - indent.length - " * ".length);
  const only = content[0];
  if (only === undefined) return [];
  if (content.length === 1 && indent.length + only.length + "/**  */".length <= width) {
    return [`${indent}/** ${only} */`];
  }
  const star = `${indent} *`;
  const body = content.map((line) => (line === "" ? star : `${star} ${line}`));
  return [`${indent}/**`, ...body, `${star}/`];
}

/** True when the comment would have no line. */
export function isEmptyComment(comment: Comment): boolean {
  return (comment.text ?? "").trim() === "" && (comment.tags ?? []).length === 0;
}

function contentLines(comment: Comment, room: number): string[] {
  const lines = comment.text === undefined ? [] : wrapMarkdown(commentText(comment.text), room);
  const tags = (comment.tags ?? []).flatMap((tag) => tagLines(tag, room));
  if (lines.length > 0 && tags.length > 0) lines.push("");
  return lines.concat(tags);
}

function tagLines(tag: CommentTag, room: number): string[] {
  const lines = tag.text === undefined ? [] : wrapMarkdown(commentText(tag.text), room);
  const first = lines[0];
  if (first === undefined || first === "") return [`@${tag.name}`, ...lines.slice(1)];
  return [`@${tag.name} ${first}`, ...lines.slice(1)];
}

/**
 * Makes text safe inside a block comment, keeping its lines.
 *
 * A comment's end gets a backslash, `@` that would start a tag too; control characters, bidi marks and other
 * invisible characters are left out; every kind of line end becomes `\n`.
 */
export function commentText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(invisible, "")
    .replace(/\t/g, "  ")
    .replace(/\*(?=\/)/g, "*\\")
    .replace(/(^|[\s{(*])@(?=\S)/gm, "$1\\@");
}

// eslint-disable-next-line no-control-regex
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
