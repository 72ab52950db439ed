/**
 * Text of a document as a doc comment.
 *
 * Nothing that a document says can close the comment, become a JSDoc tag, or reach a tool that reads comments
 * (TypeScript's `@jsxImportSource`, bundlers' `#__PURE__`, source-map links).
 */

import { commentText } from "./comment-text.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { wrapMarkdown } from "./wrap.ts";

/** The docs of a declaration or member. */
export interface Comment {
  /** Markdown, usually the document's own, HTML in it included. Paragraphs are re-wrapped. */
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
 * A doc comment in lines that start with `indent`, without a line end after the last; `""` for an empty comment.
 *
 * The one-line form when it fits, else the block form with a star per line.
 */
export function printComment(comment: Comment, indent: string): string {
  const lines = contentLines(comment, width - indent.length - " * ".length);
  const only = lines.length === 1 ? lines[0] : undefined;
  if (only !== undefined && indent.length + only.length + "/**  */".length <= width) {
    return `${indent}/** ${only} */`;
  }
  if (lines.length === 0) return "";
  const marked = lines.map((line) => (line === "" ? `${indent} *` : `${indent} * ${line}`));
  return `${indent}/**\n${marked.join("\n")}\n${indent} */`;
}

/** True when the comment would have no line. */
export function isEmptyComment(comment: Comment): boolean {
  if (comment.tags !== undefined && comment.tags.length > 0) return false;
  const { text = "" } = comment;
  return !visible.test(text) && commentText(htmlToMarkdown(text)).trim() === "";
}

/** Text with something that no comment leaves out: HTML may say nothing. */
const visible = /^[^<]*[!-;=-~]/;

function contentLines(comment: Comment, room: number): readonly string[] {
  const lines = comment.text === undefined ? [] : textLines(comment.text, room);
  if (comment.tags === undefined || comment.tags.length === 0) return lines;
  const tags = comment.tags.flatMap((tag) => tagLines(tag, room));
  return lines.length === 0 ? tags : [...lines, "", ...tags];
}

function textLines(text: string, room: number): readonly string[] {
  return wrapMarkdown(commentText(htmlToMarkdown(text)), room);
}

function tagLines(tag: CommentTag, room: number): string[] {
  const name = `@${tag.name}`;
  if (tag.text === undefined) return [name];
  if (tag.name === "see") return seeLines(tag.text, room);
  const lines = wrapMarkdown(commentText(tag.text), room - name.length - 1);
  if (lines.length > 1 && tag.name === "example") return [name, ...lines];
  return [`${name} ${lines[0] ?? ""}`.trimEnd(), ...lines.slice(1)];
}

/** TypeScript reads what follows `@see` as code, unless it is a link or no name to begin with. */
function seeLines(text: string, room: number): string[] {
  if (plainUrl.test(text)) return [`@see {@link ${text}}`];
  const [first = "", ...more] = wrapMarkdown(commentText(text), room - "@see - ".length);
  return [`@see - ${first}`.trimEnd(), ...more];
}

/** A web address (RFC 3986) without what means something in a comment. */
const plainUrl = /^https?:\/\/[\w.~:/?#%!$&'()+,;=-]+$/;
