import type { Diagnostics } from "../diagnostics.ts";
import type { Node } from "../spec/node.ts";
import { SECTIONS } from "../spec/strangers.ts";
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

export const COMPONENTS: Shape = new Map(SECTIONS.map((section) => [section, "object"]));

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
  const { record } = node;
  for (const keyword in record)
    if (shape.has(keyword) && !isOf(record[keyword], shape.get(keyword)))
      reportValue(diagnostics, node.get(keyword), shape.get(keyword));
}

function isOf(value: unknown, expected: "object" | "list" | undefined): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === "object" && Array.isArray(value) === (expected === "list");
}

/** The same for what must be an object itself. */
export function checkObject(diagnostics: Diagnostics, node: Node): void {
  if (!isOf(node.value, "object")) reportValue(diagnostics, node, "object");
}

function reportValue(
  diagnostics: Diagnostics,
  node: Node | undefined,
  expected: "object" | "list" | undefined,
): void {
  if (node === undefined || expected === undefined) return;
  const found = kindOf(node.value);
  diagnostics.report("invalid-value", node, { keyword: node.key, found, expected });
}

/** Says that a keyword of another version of OpenAPI stands where this one has it elsewhere. */
export function reportMisplaced({ diagnostics }: Context, at: Node, instead: string): void {
  diagnostics.report("misplaced-keyword", at, { keyword: at.key, instead });
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  return typeof value === "string" ? "text" : typeof value;
}
