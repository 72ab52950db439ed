/** What several kinds of statements share. */

import { type Comment, printComment } from "./comment/comment.ts";

/** A text with its documentation above it. */
export function withDocs(docs: Comment | undefined, text: string, indent = ""): string {
  const comment = docs === undefined ? "" : printComment(docs, indent);
  return comment === "" ? text : `${comment}\n${text}`;
}

export function exportWord(statement: { readonly exported?: boolean }): string {
  return statement.exported ? "export " : "";
}

/** What of a body stands on the line of its head. */
export function bodyStart(body: string): string {
  return body === " {}" ? body : " {";
}
