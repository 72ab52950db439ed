import { diagnose, type Diagnostic } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";

type Code = "excerpt-conflict" | "excerpt-wording" | "excerpt-own-root";

/** Names a place of an excerpt, and the same place of the one that it is unlike. `what`: as people call it. */
export function disagreement(
  code: Code,
  known: Source,
  source: Source,
  pointer: string,
  what: string,
): Diagnostic {
  const { line, column } = known.locate(pointer);
  const about = { what, other: `${known.name}:${line}:${column}` };
  return diagnose(code, { source, pointer }, about);
}

/** What people call a part: `GET /events`, `schemas Event`, `info`. */
export function titleOf([key, name = "", ...deeper]: readonly string[]): string {
  const member = deeper.at(-1);
  if (member === undefined) return [key, name].join(" ").trim();
  return key === "components" ? `${name} ${member}` : `${member.toUpperCase()} ${name}`;
}
