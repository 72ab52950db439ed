import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { contentsOf, mediaTypeOf } from "./read-contents.ts";
import type { WireContent, WireHeader, WireResponse } from "./wire.ts";

/** `responses` of an operation, in document order (OpenAPI 3.1, 4.8.16). */
export function readResponses(spec: Spec, operation: Node): ReadonlyMap<string, WireResponse> {
  const members = operation.get("responses")?.members() ?? [];
  const responses = members.flatMap((member) => {
    const status = member.key === "default" ? "default" : member.key.toUpperCase();
    const node = spec.follow(member);
    if (node === undefined || !/^(?:default|[1-5](?:\d\d|XX))$/.test(status)) return [];
    return [
      { status, contents: contents(spec, operation, node), headers: headers(spec, node), node },
    ];
  });
  return new Map(responses.map((response) => [response.status, response]));
}

function contents(spec: Spec, operation: Node, node: Node): ReadonlyMap<string, WireContent> {
  if (spec.version !== "2.0") return contentsOf(spec, node);
  const schema = node.get("schema");
  if (schema === undefined) return new Map();
  const written = (operation.has("produces") ? operation : spec.root).strings("produces");
  const types = (written.length > 0 ? written : ["application/json"]).map(mediaTypeOf);
  return new Map(types.map((mediaType) => [mediaType, { mediaType, schema, node }]));
}

/** OpenAPI 3.1, 4.8.17: a header with the name Content-Type is ignored. */
function headers(spec: Spec, response: Node): ReadonlyMap<string, WireHeader> {
  const found = (response.get("headers")?.members() ?? []).flatMap((member) => {
    const node = spec.follow(member);
    const key = member.key.toLowerCase();
    if (node === undefined || key === "content-type") return [];
    const schema = spec.version === "2.0" ? node : node.get("schema");
    const required = node.boolean("required") === true;
    return [[key, { name: member.key, required, schema, node }] as const];
  });
  return new Map(found);
}
