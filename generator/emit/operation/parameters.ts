import type { Api, Operation, Parameter, Schema } from "../../model.ts";
import { declarationOf } from "../../references.ts";
import type { Module } from "../module.ts";
import type { ObjectMember, ValueNode } from "../print/index.ts";
import type { RuntimeSymbol } from "../runtime-symbols.ts";
import { bodyWriter } from "./body.ts";
import { flag, list, member, objectOf, runtimeValue, text } from "./data.ts";
import { paramKeys } from "./params.ts";

/** `path` and what tells the runtime where each parameter goes and how it is written. */
export function describeParameters(
  api: Api,
  operation: Operation,
  module: Module,
): readonly ObjectMember[] {
  const keys = paramKeys(operation);
  const of = (place: Parameter["in"]): readonly Parameter[] =>
    operation.parameters.filter((parameter) => parameter.in === place);
  const plain = of("query").filter((parameter) => isPlainQuery(parameter, keys, api));
  const styled = of("query").filter((parameter) => !plain.includes(parameter));
  return [
    member("path", text(pathOf(operation))),
    ...pathParameters(of("path"), keys, module),
    ...list(
      "query",
      plain.map(({ name }) => text(name)),
    ),
    ...list(
      "styledQuery",
      styled.map((parameter) => queryValue(parameter, keys, module)),
    ),
    ...list(
      "write",
      writers(operation, styled.length > 0).map((writer) => runtimeValue(writer, module)),
    ),
    ...list(
      "headers",
      of("header").map((parameter) => plainValue(parameter, keys, false)),
    ),
    ...list(
      "cookies",
      of("cookie").map((parameter) => plainValue(parameter, keys, true)),
    ),
    ...querystring(of("querystring")[0], keys, api, module),
  ];
}

/** A fragment in a path key only tells two operations apart; it is never sent (RFC 9110, section 7.1). */
function pathOf({ path }: Operation): string {
  return path.split("#", 1)[0] ?? path;
}

/** Only what differs from style `simple` under the template's own name. */
function pathParameters(
  parameters: readonly Parameter[],
  keys: Keys,
  module: Module,
): readonly ObjectMember[] {
  const described = parameters.map((parameter) => pathValue(parameter, keys, module));
  return list(
    "pathParameters",
    described.filter((value) => value.kind === "object" && value.members.length > 1),
  );
}

type Keys = ReadonlyMap<Parameter, string>;

function named(parameter: Parameter, keys: Keys): ObjectMember[] {
  const key = keys.get(parameter) ?? parameter.name;
  const members = [member("name", text(parameter.name))];
  return key === parameter.name ? members : [...members, member("key", text(key))];
}

function pathValue(parameter: Parameter, keys: Keys, module: Module): ValueNode {
  const members = named(parameter, keys);
  const style = pathStyle(parameter);
  if (style !== undefined) members.push(member("style", runtimeValue(style, module)));
  if (parameter.explode) members.push(member("explode", flag(true)));
  if (parameter.allowReserved) members.push(member("allowReserved", flag(true)));
  return objectOf(members);
}

function pathStyle({ style, mediaType }: Parameter): RuntimeSymbol | undefined {
  if (mediaType !== undefined) return "jsonInUrl";
  return style === "label" ? "labelPath" : style === "matrix" ? "matrixPath" : undefined;
}

/** Form, exploded, of scalars or lists, by a name that needs no encoding: the name says it all. */
function isPlainQuery(parameter: Parameter, keys: Keys, api: Api): boolean {
  return (
    queryStyle(parameter) === "repeated" &&
    keys.get(parameter) === parameter.name &&
    !parameter.allowReserved &&
    /^[\w.~-]+$/.test(parameter.name) &&
    !mayBeObject(parameter.schema, api)
  );
}

function queryValue(parameter: Parameter, keys: Keys, module: Module): ValueNode {
  const members = named(parameter, keys);
  members.push(member("style", runtimeValue(queryStyle(parameter), module)));
  if (parameter.allowReserved) members.push(member("allowReserved", flag(true)));
  return objectOf(members);
}

/** Whether a value of the schema can be an object, which form, exploded, takes apart. */
function mayBeObject(schema: Schema, api: Api, depth = 0): boolean {
  switch (schema.kind) {
    case "object":
    case "unknown":
    case "json":
    case "anyEvent":
    case "typeParameter":
      return true;
    case "union":
    case "intersection":
      return schema.members.some((inner) => mayBeObject(inner, api, depth + 1));
    case "reference": {
      const target = declarationOf(api, schema.target);
      return target === undefined || depth > 8 || mayBeObject(target.schema, api, depth + 1);
    }
    default:
      return false;
  }
}

/** OpenAPI 3.1, 4.8.12 "Style Values": exploded, every style but `deepObject` repeats the name as `form` does. */
function queryStyle({ style, explode, mediaType }: Parameter): RuntimeSymbol {
  if (mediaType !== undefined) return "jsonContent";
  if (style === "deepObject") return "deepObject";
  if (explode) return "repeated";
  switch (style) {
    case "spaceDelimited":
      return "spaceSeparated";
    case "pipeDelimited":
      return "pipeSeparated";
    case "tabDelimited":
      return "tabSeparated";
    default:
      return "commaSeparated";
  }
}

/** Headers and cookies: the name alone unless it has another key, or is written otherwise than its place does. */
function plainValue(parameter: Parameter, keys: Keys, usual: boolean): ValueNode {
  const members = named(parameter, keys);
  if (parameter.mediaType !== undefined) members.push(member("json", flag(true)));
  else if (parameter.explode !== usual) members.push(member("explode", flag(parameter.explode)));
  if (parameter.style === "cookie") members.push(member("plain", flag(true)));
  return members.length === 1 ? text(parameter.name) : objectOf(members);
}

const WRITERS: readonly (readonly [Parameter["in"], RuntimeSymbol])[] = [
  ["path", "fillPath"],
  ["querystring", "writeQuerystring"],
  ["header", "writeHeaders"],
  ["cookie", "writeCookies"],
];

function writers(
  { parameters, body, idempotencyHeader }: Operation,
  styledQuery: boolean,
): readonly RuntimeSymbol[] {
  const places = WRITERS.filter(([place]) =>
    parameters.some((parameter) => parameter.in === place),
  );
  return [
    ...places.map(([, writer]) => writer),
    ...(styledQuery ? (["writeQuery"] as const) : []),
    ...(idempotencyHeader === undefined ? [] : (["writeIdempotencyKey"] as const)),
    ...(body === undefined ? [] : [bodyWriter(body)]),
  ];
}

function querystringEncoder({ mediaType, schema }: Parameter, api: Api): RuntimeSymbol {
  if (mediaType === undefined) return mayBeObject(schema, api) ? "urlencoded" : "textInUrl";
  return mediaType.includes("urlencoded") ? "urlencoded" : "jsonInUrl";
}

/** OpenAPI 3.2: one parameter that is the query string as a whole. */
function querystring(
  parameter: Parameter | undefined,
  keys: Keys,
  api: Api,
  module: Module,
): readonly ObjectMember[] {
  if (parameter === undefined) return [];
  const encode = runtimeValue(querystringEncoder(parameter, api), module);
  const key = text(keys.get(parameter) ?? parameter.name);
  return [member("querystring", objectOf([member("key", key), member("encode", encode)]))];
}
