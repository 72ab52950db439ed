import type { Position } from "../source.ts";
import { printable } from "./printable.ts";

/** Widest piece of a line that is shown, in characters. Minified documents are one line of megabytes. */
const MAX_WIDTH = 100;

/** A line of a frame: `number` is undefined for the line with the caret. */
export interface FrameLine {
  readonly number: number | undefined;
  readonly text: string;
}

/**
 * The lines around a position, the one before, the one itself, a caret below it, and the one after:
 *
 *     12 |   "schema": {
 *     13 |     "$ref": "#/components/schemas/Pett"
 *        |     ^
 *     14 |   }
 */
export function codeFrame(text: string, position: Position): readonly FrameLine[] {
  const frame: FrameLine[] = [];
  const start = lineStart(text, position.line - 1);
  for (const [index, line] of linesFrom(text, start, position.line === 1 ? 2 : 3).entries()) {
    const number = Math.max(position.line - 1, 1) + index;
    const shown = excerpt(line, number === position.line ? position.column : 1);
    frame.push({ number, text: shown.text });
    if (number === position.line)
      frame.push({ number: undefined, text: `${" ".repeat(shown.caret)}^` });
  }
  return frame;
}

/** The offset at which a 1-based line begins; lines before the first are the first. */
function lineStart(text: string, line: number): number {
  let start = 0;
  for (let current = 1; current < line; current++) {
    const end = text.indexOf("\n", start);
    if (end === -1) break;
    start = end + 1;
  }
  return start;
}

function linesFrom(text: string, start: number, count: number): string[] {
  const lines: string[] = [];
  let at = start;
  while (lines.length < count && at < text.length) {
    const end = text.indexOf("\n", at);
    lines.push(text.slice(at, end === -1 ? text.length : end).replace(/\r$/, ""));
    if (end === -1) break;
    at = end + 1;
  }
  return lines;
}

/** The piece of a line around a column, made printable, and where in it the caret goes. */
function excerpt(line: string, column: number): { readonly text: string; readonly caret: number } {
  const from = column <= MAX_WIDTH - 20 ? 0 : column - 20;
  const to = from + MAX_WIDTH;
  const lead = from > 0 ? "…" : "";
  const before = visible(line.slice(from, Math.max(column - 1, 0)));
  const behind = visible(line.slice(Math.max(column - 1, 0), to));
  const text = `${lead}${before}${behind}${line.length > to ? "…" : ""}`.trimEnd();
  return { text, caret: lead.length + before.length };
}

function visible(piece: string): string {
  return printable(piece.replaceAll("\t", "  "));
}
