import type { Node } from "../../spec/node.ts";
import type { WireAlternative, WireSecurity } from "./wire.ts";

/** What `security` of a document or an operation demands; undefined where it says nothing. */
export function readSecurity(node: Node): WireSecurity | undefined {
  const security = node.get("security");
  if (security === undefined) return undefined;
  const alternatives = security.items().map((one): WireAlternative => {
    const schemes = one.members().map(({ key }) => key);
    return { scopes: new Map(schemes.map((scheme) => [scheme, one.strings(scheme)])), node: one };
  });
  return { alternatives, node: security };
}
