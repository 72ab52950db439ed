import { securitySection } from "../../spec/components.ts";
import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { readOperations, type PathItem } from "./read-operations.ts";
import { readSecurity } from "./read-security.ts";
import { readRootServers } from "./read-servers.ts";
import type { Wire, WireOperation } from "./wire.ts";

/** Reads what travels out of a document of any version. */
export function readWire(spec: Spec): Wire {
  const { root } = spec;
  const operations = pathItems(root).flatMap((item) => readOperations(spec, item));
  const schemes = securitySection(spec)?.members() ?? [];
  return {
    spec,
    operations: byKey(operations),
    incoming: byKey([
      ...readWebhooks(spec),
      ...operations.flatMap((one) => readCallbacks(spec, one)),
    ]),
    schemes: new Map(schemes.map((member) => [member.key, spec.follow(member) ?? member])),
    servers: readRootServers(spec),
    security: readSecurity(root) ?? { alternatives: [], node: root },
    typeNames: new Map(),
  };
}

function byKey(operations: readonly WireOperation[]): ReadonlyMap<string, WireOperation> {
  return new Map(operations.map((operation) => [operation.key, operation]));
}

function pathItems(root: Node): readonly PathItem[] {
  const members = root.get("paths")?.members() ?? [];
  return members.filter(({ key }) => key.startsWith("/")).map((node) => ({ node, path: node.key }));
}

/** OpenAPI 3.1 `webhooks`, and the extension that 3.0 documents use for them. */
function readWebhooks(spec: Spec): readonly WireOperation[] {
  const members = (spec.root.get("webhooks") ?? spec.root.get("x-webhooks"))?.members() ?? [];
  return members.flatMap((node) => readOperations(spec, { node, path: "", incoming: node.key }));
}

function readCallbacks(spec: Spec, operation: WireOperation): readonly WireOperation[] {
  return (operation.node.get("callbacks")?.members() ?? []).flatMap((member) => {
    const expressions = spec.follow(member)?.members() ?? [];
    return expressions
      .filter(({ key }) => !key.startsWith("x-"))
      .flatMap((node) =>
        readOperations(spec, { node, path: "", incoming: `${operation.name} ${member.key}` }),
      );
  });
}
