import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import type { WireParameter } from "./wire.ts";

/** Header parameters that HTTP itself or the client sets (OpenAPI 3.1, 4.8.12: "shall be ignored"). */
const OWN_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** OpenAPI 3.1, 4.8.12: the style that holds where a parameter names none. */
const DEFAULT_STYLES = new Map([
  ["path", "simple"],
  ["header", "simple"],
]);

/** Parameters of the operation and those of its path that it does not replace, by name and place. */
export function parameterNodes(spec: Spec, item: Node, operation: Node): readonly Node[] {
  const written = [item, operation].flatMap((node) => node.get("parameters")?.items() ?? []);
  const byKey = new Map<string, Node>();
  for (const one of written) {
    const node = spec.follow(one);
    if (node?.string("name") !== undefined && node.string("in") !== undefined)
      byKey.set(`${node.string("in")} ${node.string("name")}`, node);
  }
  return [...byKey.values()];
}

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

/** Names in the braces of a path template, each once. */
export function templateNames(path: string): readonly string[] {
  return [...new Set([...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? ""))];
}

function isSent(parameter: WireParameter, names: readonly string[], spec: Spec): boolean {
  switch (parameter.in) {
    case "path":
      return names.includes(parameter.name);
    case "header":
      return !OWN_HEADERS.has(parameter.name.toLowerCase());
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
