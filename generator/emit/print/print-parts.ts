/** What several kinds of statements share. */

import { type Comment, commentLines } from "./comment.ts";

export function withDocs(docs: Comment | undefined, text: string, indent = ""): string {
  if (docs === undefined) return text;
  return [...commentLines(docs, indent), text].join("\n");
}

export function exportWord(statement: { readonly exported?: boolean }): string {
  return statement.exported ? "export " : "";
}

/** What of a body stands on the line of its head. */
export function bodyStart(body: string): string {
  return body === " {}" ? body : " {";
}
