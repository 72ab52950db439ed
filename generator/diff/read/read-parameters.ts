import type { Node } from "../../spec/node.ts";
import { isOwnHeader, templateNames } from "../../spec/parameters.ts";
import type { Spec } from "../../spec/spec.ts";
import type { WireParameter } from "./wire.ts";

/** OpenAPI 3.1, 4.8.12: the style that holds where a parameter names none. */
const DEFAULT_STYLES = new Map([
  ["path", "simple"],
  ["header", "simple"],
]);

/** What travels outside of the body. A name in the path template that nothing declares counts as declared. */
export function readParameters(
  spec: Spec,
  path: string,
  operation: Node,
  nodes: readonly Node[],
): readonly WireParameter[] {
  const names = templateNames(path);
  const declared = nodes
    .map((node) => readParameter(spec, node))
    .filter((one) => isSent(one, names, spec));
  const known = new Set(declared.filter((one) => one.in === "path").map(({ name }) => name));
  const missing = names.filter((name) => !known.has(name));
  return [...missing.map((name) => undeclared(name, operation)), ...declared];
}

function isSent(parameter: WireParameter, names: readonly string[], spec: Spec): boolean {
  switch (parameter.in) {
    case "path":
      return names.includes(parameter.name);
    case "header":
      return !isOwnHeader(parameter.name);
    case "body":
    case "formData":
      return spec.version !== "2.0";
    default:
      return true;
  }
}

function readParameter(spec: Spec, node: Node): WireParameter {
  const place = node.string("in") ?? "";
  const [media] = node.get("content")?.members() ?? [];
  return {
    name: node.string("name") ?? "",
    in: place,
    required: place === "path" || node.boolean("required") === true,
    deprecated: node.boolean("deprecated") === true,
    style: media === undefined ? styleOf(spec, node, place) : media.key,
    schema: media === undefined ? ownSchema(spec, node) : media.get("schema"),
    node,
  };
}

function ownSchema(spec: Spec, node: Node): Node | undefined {
  return spec.version === "2.0" ? node : node.get("schema");
}

function styleOf(spec: Spec, node: Node, place: string): string {
  if (spec.version === "2.0") return node.string("collectionFormat") ?? "csv";
  const style = node.string("style") ?? DEFAULT_STYLES.get(place) ?? "form";
  const exploded = node.boolean("explode") ?? style === "form";
  const reserved =
    node.boolean("allowReserved") === true ? ", reserved characters as they are" : "";
  return `${style}${exploded ? ", exploded" : ""}${reserved}`;
}

function undeclared(name: string, node: Node): WireParameter {
  const rest = { required: true, deprecated: false, style: "simple", schema: undefined, node };
  return { name, in: "path", ...rest };
}
