import type { Node } from "../../spec/node.ts";
import { type Both, type Findings, report } from "./comparison.ts";
import type { Site } from "./site.ts";

const WORDS = {
  schema: ["title", "description", "example", "examples", "externalDocs"],
  operation: ["summary", "description", "externalDocs", "tags"],
  parameter: ["description", "example", "examples"],
  response: ["summary", "description"],
  info: ["title", "summary", "description", "version", "termsOfService", "contact", "license"],
} as const;

/** Whether people wrote something else about a thing. One finding a thing, at the first word that differs. */
export function compareDocumentation(
  findings: Findings,
  site: Site,
  at: Both,
  what: keyof typeof WORDS,
): void {
  const word = WORDS[what].find((keyword) => textOf(at.old, keyword) !== textOf(at.new, keyword));
  if (word === undefined) return;
  const places = { old: at.old.get(word) ?? at.old, new: at.new.get(word) ?? at.new };
  report(findings, "documentation-changed", { direction: "both", site, at: places });
}

function textOf(node: Node, keyword: string): string | undefined {
  const found = node.get(keyword);
  return found && JSON.stringify(found.value);
}
