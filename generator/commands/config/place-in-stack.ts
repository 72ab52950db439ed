import type { Position } from "../../source.ts";

/** A module by its URL, and its text. */
interface Module {
  readonly url: string;
  readonly text: string;
}

/**
 * The first place in a module that a stack trace of V8 names: `url:3:15`, or `url:3` at the top of a syntax error, which
 * stands for the first word of the line. Undefined where the trace does not name the module.
 */
export function placeInStack(stack: string, { url, text }: Module): Position | undefined {
  const start = stack.indexOf(`${url}:`);
  if (start < 0) return undefined;
  const found = /^(\d+)(?::(\d+))?/.exec(stack.slice(start + url.length + 1));
  if (found === null) return undefined;
  const line = Number(found[1]);
  if (found[2] !== undefined) return { line, column: Number(found[2]) };
  const indent = /^\s*/.exec(text.split("\n")[line - 1] ?? "")?.[0] ?? "";
  return { line, column: indent.length + 1 };
}
