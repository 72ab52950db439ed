import { Ajv2020 } from "ajv/dist/2020.js";
import type { Example } from "./collect.ts";

/** Says whether the document's own schema allows an example: independent of the types that we make of it. */
export type Judge = (example: Example) => "allowed" | "forbidden" | "unknown";

/** A judge for one document. Schemas that the validator can not read are `unknown`. */
export function makeJudge(document: unknown): Judge {
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    validateSchema: false,
    logger: false,
  });
  ajv.addSchema(as2020(document) as object, "document");
  const base = isSwagger(document) ? "/definitions" : "/components/schemas";
  return ({ component, property, list, value }) => {
    const pointer = `${base}/${encode(component)}${property === undefined ? "" : `/properties/${encode(property)}`}`;
    const schema = { $ref: `document#${pointer}` };
    try {
      return ajv.validate(list ? { type: "array", items: schema } : schema, value)
        ? "allowed"
        : "forbidden";
    } catch {
      return "unknown";
    }
  };
}

/** Puts what OpenAPI 3.0 and 2.0 say differently into the words of draft 2020-12. */
function as2020(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(as2020);
  if (typeof value !== "object" || value === null) return value;
  const schema = Object.fromEntries(
    Object.entries(value)
      .filter(([key, child]) => !isIgnored(key, child))
      .map(([key, child]) => [key, holdsNames(key) ? byName(child) : as2020(child)]),
  );
  return "nullable" in value && value.nullable === true ? withNull(schema) : schema;
}

/** Keywords of older dialects that mean something else today, patterns that are none, and texts for people. */
function isIgnored(key: string, child: unknown): boolean {
  if (["nullable", "example", "examples", "default"].includes(key)) return true;
  if (["exclusiveMinimum", "exclusiveMaximum", "required"].includes(key))
    return typeof child === "boolean";
  if (["$id", "id", "$schema"].includes(key)) return typeof child === "string";
  return key === "pattern" && typeof child === "string" && !isUnicodePattern(child);
}

function holdsNames(key: string): boolean {
  return ["properties", "schemas", "definitions", "$defs"].includes(key);
}

/** The keys are names that people chose: `default` is a property here. */
function byName(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, as2020(child)]));
}

/** In place where there is a `type`, so that pointers into the schema stay what they are. */
function withNull(schema: Record<string, unknown>): unknown {
  if (schema["type"] === undefined) return { anyOf: [schema, { type: "null" }] };
  const type = [schema["type"], "null"].flat();
  return Array.isArray(schema["enum"])
    ? { ...schema, type, enum: [...(schema["enum"] as unknown[]), null] }
    : { ...schema, type };
}

function isUnicodePattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

function isSwagger(document: unknown): boolean {
  return typeof document === "object" && document !== null && "swagger" in document;
}

function encode(key: string): string {
  return encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
}
