/**
 * Makes text safe inside a block comment, keeping its lines.
 *
 * What would mean something to a tool gets a backslash, which Markdown does not show: the comment's end, `@` where
 * it would start a JSDoc tag, and the marks that compilers and bundlers look for in any comment. Control and
 * invisible characters (bidi marks, zero-width spaces) are left out; every kind of line end becomes `\n`.
 */
export function commentText(text: string): string {
  const visible = notPlain.test(text) ? visibleText(text) : text;
  if (!suspect.test(visible)) return visible;
  return visible
    .replace(/\*(?=\/)/g, "*\\")
    .replace(/(^|[\s{(*])@(?=\S)/gm, "$1\\@")
    .replace(toolMarks, "$&\\")
    .replace(/source(?:Mapping)?URL(?=\s*=)/g, "$&\\");
}

function visibleText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(/\t/g, "  ")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, "");
}

const notPlain = /[^\n\x20-\x7e]/;
const suspect = /\*\/|[@#]__|@\S|source(?:Mapping)?URL/;

/**
 * `@jsxImportSource` makes TypeScript import a module, `@internal` drops a declaration under `stripInternal`, and
 * `#__PURE__`, `@__NO_SIDE_EFFECTS__` let bundlers drop calls.
 */
const toolMarks = /@(?=jsx|internal)|[@#](?=__)/gi;
