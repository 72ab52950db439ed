import type { Operation, Parameter } from "../../model.ts";
import type { Module } from "../module.ts";
import type { ObjectMember, ValueNode } from "../print/index.ts";
import { runtimeModule, type RuntimeSymbol } from "../runtime-symbols.ts";
import { flag, member, objectOf, text } from "./constants.ts";
import { paramKeys } from "./params.ts";

/** `path` and what tells the runtime where each parameter goes and how it is written. */
export function describeParameters(operation: Operation, module: Module): readonly ObjectMember[] {
  const keys = paramKeys(operation);
  const describe = (place: Parameter["in"]): readonly ValueNode[] =>
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => valueOf(parameter, keys, module));
  return [
    member("path", text(pathOf(operation))),
    ...pathMembers(operation, keys, module),
    ...list("query", describe("query")),
    ...writers(operation, module),
    ...list("headers", describe("header")),
    ...list("cookies", describe("cookie")),
    ...querystring(operation, keys, module),
  ];
}

/** A fragment in a path key only tells two operations apart; it is never sent (RFC 9110, section 7.1). */
function pathOf({ path }: Operation): string {
  return path.split("#", 1)[0] ?? path;
}

function pathMembers(
  operation: Operation,
  keys: ReadonlyMap<Parameter, string>,
  module: Module,
): readonly ObjectMember[] {
  const parameters = operation.parameters.filter((parameter) => parameter.in === "path");
  if (parameters.length === 0) return [];
  const special = parameters.filter(
    (parameter) =>
      keys.get(parameter) !== parameter.name ||
      styleOf(parameter) !== undefined ||
      parameter.explode,
  );
  return [
    member("fill", identifier("fillPath", module)),
    ...list(
      "pathParameters",
      special.map((parameter) => valueOf(parameter, keys, module)),
    ),
  ];
}

/** The name alone where the usual style does; otherwise name, key and style. */
function valueOf(
  parameter: Parameter,
  keys: ReadonlyMap<Parameter, string>,
  module: Module,
): ValueNode {
  const style = styleOf(parameter);
  const key = keys.get(parameter);
  const members: ObjectMember[] = [member("name", text(parameter.name))];
  if (key !== undefined && key !== parameter.name) members.push(member("key", text(key)));
  if (style !== undefined) members.push(member("style", identifier(style, module)));
  if (explodes(parameter)) members.push(member("explode", flag(true)));
  if (parameter.allowReserved) members.push(member("allowReserved", flag(true)));
  return members.length === 1 && parameter.in !== "path" ? text(parameter.name) : objectOf(members);
}

/** The runtime writes `form` exploded, everything else not, unless it is told otherwise. */
function explodes({ in: place, style, explode, mediaType }: Parameter): boolean {
  if (mediaType !== undefined || !explode) return false;
  return (
    place === "path" ||
    place === "header" ||
    (place === "query" && style !== "form" && style !== "deepObject")
  );
}

/** The serialiser of a style that is not its place's usual one (OpenAPI 3.1, 4.8.12 "Style Values"). */
function styleOf(parameter: Parameter): RuntimeSymbol | undefined {
  const { in: place, style, explode, mediaType } = parameter;
  if (mediaType !== undefined) return place === "path" ? "jsonPath" : "jsonContent";
  if (place === "path")
    return style === "label" ? "label" : style === "matrix" ? "matrix" : undefined;
  if (place !== "query") return undefined;
  switch (style) {
    case "form":
      return explode ? undefined : "commaDelimited";
    case "deepObject":
      return "deepObject";
    case "spaceDelimited":
      return explode ? undefined : "spaceDelimited";
    case "pipeDelimited":
      return explode ? undefined : "pipeDelimited";
    case "tabDelimited":
      return "tabDelimited";
    default:
      return undefined;
  }
}

function writers({ parameters }: Operation, module: Module): readonly ObjectMember[] {
  const writersOf: Readonly<Record<string, RuntimeSymbol>> = {
    header: "writeHeaders",
    cookie: "writeCookies",
    querystring: "writeQuerystring",
  };
  const places = [...new Set(parameters.map((parameter) => parameter.in as string))];
  return list(
    "write",
    places.flatMap((place) => {
      const writer = Object.hasOwn(writersOf, place) ? writersOf[place] : undefined;
      return writer === undefined ? [] : [identifier(writer, module)];
    }),
  );
}

/** OpenAPI 3.2: one parameter that is the query string as a whole. */
function querystring(
  { parameters }: Operation,
  keys: ReadonlyMap<Parameter, string>,
  module: Module,
): readonly ObjectMember[] {
  const parameter = parameters.find((one) => one.in === "querystring");
  if (parameter === undefined) return [];
  const isForm = parameter.mediaType === undefined || parameter.mediaType.includes("urlencoded");
  const encode = identifier(isForm ? "urlencoded" : "jsonText", module);
  return [
    member(
      "querystring",
      objectOf([
        member("key", text(keys.get(parameter) ?? parameter.name)),
        member("encode", encode),
      ]),
    ),
  ];
}

function identifier(symbol: RuntimeSymbol, module: Module): ValueNode {
  return { kind: "identifier", name: module.value(symbol, runtimeModule(symbol)) };
}

function list(key: string, values: readonly ValueNode[]): readonly ObjectMember[] {
  return values.length === 0 ? [] : [member(key, { kind: "array", elements: values })];
}
