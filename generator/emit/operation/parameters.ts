import type { Api, Operation, Parameter, Schema } from "../../model.ts";
import { declarationOf } from "../../references.ts";
import type { Module } from "../module.ts";
import type { ObjectMember, ValueNode } from "../print/index.ts";
import { runtimeValue, type RuntimeSymbol } from "../runtime-symbols.ts";
import { flag, member, objectOf, text } from "../value-nodes.ts";
import { bodyWriter } from "./body.ts";
import { list, type Described } from "./described.ts";
import type { ParamKeys } from "./params.ts";

/** `path` and what tells the runtime where each parameter goes and how it is written. */
export function describeParameters(
  api: Api,
  operation: Operation,
  keys: ParamKeys,
  module: Module,
): readonly Described[] {
  const places = byPlace(operation.parameters);
  const { path, query, header, cookie, querystring } = places;
  const special = path.filter((parameter) => !isPlainPath(parameter, keys));
  const styled = query.filter((parameter) => !isPlainQuery(parameter, keys, api));
  const plain = query.filter((parameter) => !styled.includes(parameter));
  const writers = writersOf(operation, places, styled.length > 0);
  return [
    member("path", text(pathOf(operation))),
    list(
      "pathParameters",
      special.map((parameter) => pathValue(parameter, keys, module)),
    ),
    list(
      "query",
      plain.map(({ name }) => text(name)),
    ),
    list(
      "styledQuery",
      styled.map((parameter) => queryValue(parameter, keys, module)),
    ),
    list(
      "write",
      writers.map((writer) => runtimeValue(writer, module)),
    ),
    list(
      "headers",
      header.map((parameter) => plainValue(parameter, keys, false)),
    ),
    list(
      "cookies",
      cookie.map((parameter) => plainValue(parameter, keys, true)),
    ),
    querystring[0] && describeQuerystring(querystring[0], keys, api, module),
  ];
}

type ByPlace = Readonly<Record<Parameter["in"], readonly Parameter[]>>;

function byPlace(parameters: readonly Parameter[]): ByPlace {
  const places: Record<Parameter["in"], Parameter[]> = {
    path: [],
    query: [],
    header: [],
    cookie: [],
    querystring: [],
  };
  for (const parameter of parameters) places[parameter.in].push(parameter);
  return places;
}

/** A fragment in a path key only tells two operations apart; it is never sent (RFC 9110, section 7.1). */
function pathOf({ path }: Operation): string {
  return path.split("#", 1)[0] ?? path;
}

function named(parameter: Parameter, keys: ParamKeys): ObjectMember[] {
  const members = [member("name", text(parameter.name))];
  const key = keys.get(parameter);
  if (key !== undefined) members.push(member("key", text(key)));
  return members;
}

/** Style `simple`, under the template's own name: the template says it all. */
function isPlainPath(parameter: Parameter, keys: ParamKeys): boolean {
  const { explode, allowReserved } = parameter;
  const isSimple = pathStyle(parameter) === undefined && !explode && !allowReserved;
  return isSimple && !keys.has(parameter);
}

function pathValue(parameter: Parameter, keys: ParamKeys, module: Module): ValueNode {
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
function isPlainQuery(parameter: Parameter, keys: ParamKeys, api: Api): boolean {
  return (
    queryStyle(parameter) === "repeated" &&
    !keys.has(parameter) &&
    !parameter.allowReserved &&
    /^[\w.~-]+$/.test(parameter.name) &&
    !mayBeObject(parameter.schema, api)
  );
}

function queryValue(parameter: Parameter, keys: ParamKeys, module: Module): ValueNode {
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
function plainValue(parameter: Parameter, keys: ParamKeys, usual: boolean): ValueNode {
  const members = named(parameter, keys);
  if (parameter.mediaType !== undefined) members.push(member("json", flag(true)));
  else if (parameter.explode !== usual) members.push(member("explode", flag(parameter.explode)));
  if (parameter.style === "cookie") members.push(member("plain", flag(true)));
  return members.length === 1 ? text(parameter.name) : objectOf(members);
}

/** What writes to the request, in this order. A plain query needs no writer. */
function writersOf(
  { body, idempotencyHeader }: Operation,
  { path, querystring, header, cookie }: ByPlace,
  hasStyledQuery: boolean,
): readonly RuntimeSymbol[] {
  const writers: RuntimeSymbol[] = [];
  if (path.length > 0) writers.push("fillPath");
  if (querystring.length > 0) writers.push("writeQuerystring");
  if (header.length > 0) writers.push("writeHeaders");
  if (cookie.length > 0) writers.push("writeCookies");
  if (hasStyledQuery) writers.push("writeQuery");
  if (idempotencyHeader !== undefined) writers.push("writeIdempotencyKey");
  if (body !== undefined) writers.push(bodyWriter(body));
  return writers;
}

function querystringEncoder({ mediaType, schema }: Parameter, api: Api): RuntimeSymbol {
  if (mediaType === undefined) return mayBeObject(schema, api) ? "urlencoded" : "textInUrl";
  return mediaType.includes("urlencoded") ? "urlencoded" : "jsonInUrl";
}

/** OpenAPI 3.2: one parameter that is the query string as a whole. */
function describeQuerystring(
  parameter: Parameter,
  keys: ParamKeys,
  api: Api,
  module: Module,
): ObjectMember {
  const encode = runtimeValue(querystringEncoder(parameter, api), module);
  const key = text(keys.get(parameter) ?? parameter.name);
  return member("querystring", objectOf([member("key", key), member("encode", encode)]));
}
