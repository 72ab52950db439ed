import type { Diagnostics } from "../diagnostics.ts";
import type { Node } from "../spec/node.ts";
import type { Context } from "./context.ts";

/** What OpenAPI's keywords hold, for one of its objects: named members, or a list. Others hold scalars or schemas. */
type Shape = ReadonlyMap<string, "object" | "list">;

export const DOCUMENT: Shape = new Map([
  ["info", "object"],
  ["servers", "list"],
  ["tags", "list"],
  ["security", "list"],
  ["paths", "object"],
  ["webhooks", "object"],
  ["components", "object"],
  ["definitions", "object"],
  ["parameters", "object"],
  ["responses", "object"],
  ["securityDefinitions", "object"],
  ["consumes", "list"],
  ["produces", "list"],
  ["schemes", "list"],
]);

export const COMPONENTS: Shape = new Map(
  [
    "schemas",
    "responses",
    "parameters",
    "requestBodies",
    "headers",
    "securitySchemes",
    "callbacks",
    "pathItems",
    "mediaTypes",
  ].map((section) => [section, "object"]),
);

export const PATH_ITEM: Shape = new Map([
  ["parameters", "list"],
  ["servers", "list"],
  ["additionalOperations", "object"],
]);

export const OPERATION: Shape = new Map([
  ["tags", "list"],
  ["parameters", "list"],
  ["requestBody", "object"],
  ["responses", "object"],
  ["callbacks", "object"],
  ["security", "list"],
  ["servers", "list"],
  ["consumes", "list"],
  ["produces", "list"],
]);

/** A parameter, a body, an answer, and a media type of one of them. */
export const PAYLOAD: Shape = new Map([
  ["content", "object"],
  ["headers", "object"],
  ["encoding", "object"],
]);

/** Parameters and headers of Swagger 2.0 are schemas of their own, whose `required` is a boolean. */
export const SWAGGER_SCHEMA: Shape = new Map([
  ["properties", "object"],
  ["patternProperties", "object"],
  ["dependentRequired", "object"],
  ["dependentSchemas", "object"],
  ["enum", "list"],
  ["allOf", "list"],
  ["anyOf", "list"],
  ["oneOf", "list"],
  ["prefixItems", "list"],
]);

export const SCHEMA: Shape = new Map([...SWAGGER_SCHEMA, ["required", "list"]]);

/**
 * Says which keywords of an object hold another kind of value than OpenAPI gives them, for nothing is read from those.
 * `null` stands for nothing on purpose. Diagnostic: `invalid-value`.
 */
export function checkShape(diagnostics: Diagnostics, node: Node, shape: Shape): void {
  for (const keyword in node.record)
    if (shape.has(keyword)) checkValue(diagnostics, node, keyword, shape.get(keyword));
}

function checkValue(
  diagnostics: Diagnostics,
  node: Node,
  keyword: string,
  expected: "object" | "list" | undefined,
): void {
  const found = kindOf(node.record[keyword]);
  if (expected !== undefined && found !== expected && found !== "nothing")
    diagnostics.report("invalid-value", node.get(keyword), { keyword, found, expected });
}

/** The same for what must be an object itself. */
export function checkObject(diagnostics: Diagnostics, node: Node): void {
  const found = kindOf(node.value);
  if (found !== "object" && found !== "nothing")
    diagnostics.report("invalid-value", node, { keyword: node.key, found, expected: "object" });
}

/** Says that a keyword of another version of OpenAPI stands where this one has it elsewhere. */
export function reportMisplaced({ diagnostics }: Context, at: Node, instead: string): void {
  diagnostics.report("misplaced-keyword", at, { keyword: at.key, instead });
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "list";
  return typeof value === "string" ? "text" : typeof value;
}
