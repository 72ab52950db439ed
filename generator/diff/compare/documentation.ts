import type { Node } from "../../spec/node.ts";
import { type Both, type Findings, report } from "./comparison.ts";
import type { Site } from "./site.ts";

const WORDS = {
  schema: ["title", "description", "examples", "externalDocs"],
  operation: ["summary", "description", "externalDocs", "tags"],
  parameter: ["description", "example", "examples"],
  response: ["summary", "description"],
  described: ["description"],
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
  const places = { old: placeOf(at.old, word), new: placeOf(at.new, word) };
  report(findings, "documentation-changed", { direction: "both", site, at: places });
}

function placeOf(node: Node, word: string): Node {
  return node.get(word) ?? (word === "examples" ? node.get("example") : undefined) ?? node;
}

/** `example: x` of OpenAPI 3.0 is `examples: [x]` in 3.1. */
function textOf(node: Node, keyword: string): string | undefined {
  const found = node.get(keyword);
  if (found === undefined && keyword === "examples" && node.has("example"))
    return JSON.stringify([node.record["example"]]);
  return found && JSON.stringify(found.value);
}
