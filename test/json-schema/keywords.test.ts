import { describe, expect, test } from "vitest";
import { generateValue, lowerValue } from "../properties/document.ts";

/**
 * Every keyword of a schema leaves a trace: in the type, in its documentation, as a constraint in the model, or
 * as a diagnostic. Those that forbid no value by themselves are listed as such.
 */
type Trace = "type" | "documentation" | "model" | "diagnostic" | "nothing";

interface Row {
  readonly trace: Trace;
  /** The schema without the keyword, `{ type: "string" }` if not given. */
  readonly base?: object;
  readonly version?: "2.0" | "3.0.4" | "3.1.1";
  readonly value: unknown;
}

const text = { type: "string" };
const number = { type: "number" };
const list = { type: "array", items: { type: "string" } };
const object = { type: "object", properties: { a: { type: "string" }, b: { type: "string" } } };
const named = { a: { type: "number" } };

/** JSON Schema 2020-12, core and validation, and what OpenAPI adds to it. */
const rows: Readonly<Record<string, Row>> = {
  $id: { trace: "nothing", value: "https://example.com/a" },
  $schema: { trace: "nothing", value: "https://json-schema.org/draft/2020-12/schema" },
  $anchor: { trace: "nothing", value: "here" },
  $dynamicAnchor: { trace: "nothing", value: "here" },
  $vocabulary: { trace: "nothing", value: {} },
  $comment: { trace: "nothing", value: "For editors of the schema." },
  $defs: { trace: "nothing", value: { a: { type: "number" } } },
  $ref: { trace: "type", base: {}, value: "#/components/schemas/Other" },
  $dynamicRef: { trace: "type", base: {}, value: "#/components/schemas/Other" },
  allOf: { trace: "type", base: {}, value: [number] },
  anyOf: { trace: "type", base: {}, value: [number, text] },
  oneOf: { trace: "type", base: {}, value: [number, text] },
  not: { trace: "diagnostic", value: { pattern: "^a" } },
  if: { trace: "nothing", base: object, value: { required: ["a"] } },
  then: {
    trace: "diagnostic",
    base: { ...object, if: { required: ["a"] } },
    value: { required: ["b"] },
  },
  else: {
    trace: "diagnostic",
    base: { ...object, if: { required: ["a"] } },
    value: { required: ["b"] },
  },
  dependentSchemas: { trace: "type", base: object, value: { a: { required: ["b"] } } },
  prefixItems: { trace: "type", base: { type: "array" }, value: [text] },
  items: { trace: "type", base: { type: "array" }, value: text },
  contains: { trace: "diagnostic", base: list, value: { const: "a" } },
  properties: { trace: "type", base: { type: "object" }, value: named },
  patternProperties: { trace: "type", base: { type: "object" }, value: { "^x-": text } },
  additionalProperties: { trace: "type", base: { type: "object" }, value: text },
  propertyNames: { trace: "diagnostic", base: { type: "object" }, value: { maxLength: 3 } },
  unevaluatedItems: { trace: "type", base: { type: "array" }, value: text },
  unevaluatedProperties: { trace: "type", base: { type: "object" }, value: text },
  type: { trace: "type", base: {}, value: "string" },
  enum: { trace: "type", value: ["a", "b"] },
  const: { trace: "type", value: "a" },
  multipleOf: { trace: "model", base: number, value: 2 },
  maximum: { trace: "model", base: number, value: 2 },
  exclusiveMaximum: { trace: "model", base: number, value: 2 },
  minimum: { trace: "model", base: number, value: 2 },
  exclusiveMinimum: { trace: "model", base: number, value: 2 },
  maxLength: { trace: "model", value: 2 },
  minLength: { trace: "model", value: 2 },
  pattern: { trace: "model", value: "^a" },
  maxItems: { trace: "model", base: list, value: 2 },
  minItems: { trace: "model", base: list, value: 2 },
  uniqueItems: { trace: "model", base: list, value: true },
  maxContains: {
    trace: "model",
    base: { ...list, contains: { const: "a" } },
    value: 2,
  },
  minContains: {
    trace: "model",
    base: { ...list, contains: { const: "a" } },
    value: 2,
  },
  maxProperties: { trace: "model", base: object, value: 2 },
  minProperties: { trace: "model", base: object, value: 1 },
  required: { trace: "type", base: object, value: ["a"] },
  dependentRequired: { trace: "type", base: object, value: { a: ["b"] } },
  format: { trace: "model", value: "uuid" },
  contentEncoding: { trace: "model", value: "base64" },
  contentMediaType: { trace: "model", value: "image/png" },
  contentSchema: {
    trace: "model",
    base: { type: "string", contentMediaType: "application/json" },
    value: { type: "object" },
  },
  title: { trace: "documentation", value: "A title" },
  description: { trace: "documentation", value: "What it is." },
  default: { trace: "documentation", value: "a" },
  deprecated: { trace: "documentation", value: true },
  readOnly: { trace: "type", value: true },
  writeOnly: { trace: "type", value: true },
  examples: { trace: "nothing", value: ["a"] },
  example: { trace: "nothing", value: "a" },
  externalDocs: { trace: "documentation", value: { url: "https://example.com" } },
  xml: { trace: "nothing", value: { name: "a" } },
  discriminator: { trace: "nothing", base: object, value: { propertyName: "a" } },
  nullable: { trace: "type", version: "3.0.4", value: true },
  "x-nullable": { trace: "type", version: "2.0", value: true },
};

describe("each keyword leaves a trace", () => {
  test.each(Object.entries(rows))("%s", (keyword, { base = text, value, trace, version }) => {
    const without = outcomeOf(base, version);
    const outcome = outcomeOf({ ...base, [keyword]: value }, version);
    expect(traceOf(without, outcome)).toBe(trace);
  });
});

interface Outcome {
  readonly type: string;
  readonly comments: string;
  readonly model: string;
  readonly codes: string;
}

/** Of a member of a schema that is sent and answered. */
function outcomeOf(schema: object, version: Row["version"] = "3.1.1"): Outcome {
  const document = documentOf(schema, version);
  const { files, diagnostics } = generateValue(document);
  const types = files.filter(({ path }) => path.startsWith("types/")).map((file) => file.text);
  const all = types.join("");
  const comment = /\s*\/\*\*[^]*?\*\//g;
  return {
    type: all.replaceAll(comment, "").replaceAll(/\s+/g, " "),
    comments: (all.match(comment) ?? []).join(""),
    model: modelOf(document, version),
    codes: diagnostics.map(({ code }) => code).join(),
  };
}

function documentOf(schema: object, version: Row["version"]): object {
  const schemas = {
    Holder: { type: "object", properties: { held: schema } },
    Other: { type: "number" },
  };
  const info = { title: "Keywords", version: "1" };
  if (version === "2.0") return { swagger: "2.0", info, paths: {}, definitions: schemas };
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Holder" } } };
  const post = { requestBody: { content }, responses: { 200: { description: "Done.", content } } };
  return { openapi: version, info, paths: { "/": { post } }, components: { schemas } };
}

function modelOf(document: object, version: Row["version"]): string {
  return JSON.stringify(lowerValue(document, version === "2.0" ? "2.0" : "3.1"));
}

function traceOf(without: Outcome, outcome: Outcome): Trace {
  if (outcome.type !== without.type) return "type";
  if (outcome.comments !== without.comments) return "documentation";
  if (outcome.codes !== without.codes) return "diagnostic";
  return outcome.model === without.model ? "nothing" : "model";
}
