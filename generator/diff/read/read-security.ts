import type { Node } from "../../spec/node.ts";
import type { WireAlternative, WireSecurity } from "./wire.ts";

/** What `security` of a document or an operation demands; undefined where it says nothing. */
export function readSecurity(node: Node): WireSecurity | undefined {
  const security = node.get("security");
  if (security === undefined) return undefined;
  const alternatives = security.items().map((one): readonly [string, WireAlternative] => {
    const schemes = one
      .members()
      .map(({ key }) => key)
      .toSorted();
    const scopes = new Map(schemes.map((scheme) => [scheme, one.strings(scheme)]));
    return [schemes.join(" and "), { scopes, node: one }];
  });
  return { alternatives: new Map(alternatives), node: security };
}
