/** The only place where TypeScript syntax is made and where text of a document is encoded. */

export { type Comment, type CommentTag, printComment } from "./comment/comment.ts";
export { codeSpan } from "./comment/code-span.ts";
export { commentText } from "./comment/comment-text.ts";
export {
  isIdentifier,
  literalKey,
  memberAccess,
  numberLiteral,
  propertyKey,
  stringLiteral,
} from "./encode.ts";
export { FileBody, printFile } from "./print-file.ts";
export { printStatement } from "./print-statement.ts";
export { printType } from "./print-type.ts";
export type * from "./statements.ts";
export type * from "./types.ts";
export type * from "./values.ts";
