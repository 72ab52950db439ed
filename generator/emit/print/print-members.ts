/** What stands between the braces of an interface or an object type, as lines. */

import { printComment } from "./comment/comment.ts";
import { lineStart, render } from "./render.ts";
import { memberLayout } from "./type-doc.ts";
import { memberText } from "./type-text.ts";
import type { Member } from "./types.ts";
import { fits, pageWidth } from "./width.ts";

/** A line or more for each member, with a line end in front. One with a comment is set apart. */
export function printMembers(members: readonly Member[], indent: number): string {
  const start = lineStart(indent);
  const margin = start.slice(1);
  const room = pageWidth - indent - 1;
  const pieces: string[] = [];
  for (const member of members) {
    const comment = member.docs === undefined ? "" : printComment(member.docs, margin);
    if (comment !== "") pieces.push(pieces.length === 0 ? "\n" : "\n\n", comment);
    const text = memberText(member);
    const fitting = fits(text, room);
    pieces.push(start, fitting ? text : render(memberLayout(member), indent, indent, ";"), ";");
  }
  return pieces.join("");
}
