import type { EventPayload, Property, Schema } from "../../model.ts";
import { commentOf } from "../comments.ts";
import type { Member, Statement, TypeNode } from "../print/index.ts";
import { runtimeType } from "../runtime-symbols.ts";
import { keyword, UNDEFINED } from "../type-nodes.ts";
import { typeOf, type Scope } from "../types.ts";

/** What the events of one object hold: what is known of it, and any other JSON beside it. */
export function declarePayload(payload: EventPayload, scope: Scope): Statement {
  return {
    kind: "interface",
    name: scope.layout.events.interfaceName(payload.id),
    exported: true,
    members: [
      ...payload.properties.map((property) => memberOf(property, scope)),
      restOf(payload, scope),
    ],
  };
}

function memberOf({ name, schema, required, docs }: Property, scope: Scope): Member {
  const comment = commentOf(docs);
  return {
    kind: "property",
    key: name,
    type: typeOf(schema, scope),
    optional: !required,
    ...(comment === undefined ? {} : { docs: comment }),
  };
}

/** An index signature has to cover the named members, the optional ones with their `undefined`. */
function restOf(payload: EventPayload, { module }: Scope): Member {
  const type: TypeNode = isJsonPayload(payload)
    ? { kind: "union", members: [runtimeType("JsonValue", module), UNDEFINED] }
    : keyword("unknown");
  return { kind: "index", keyName: "key", keyType: keyword("string"), type };
}

/** True when TypeScript sees that all members are JSON; interfaces of the document are not, to its eyes. */
export function isJsonPayload({ properties }: EventPayload): boolean {
  return properties.every(({ schema }) => isJson(schema));
}

function isJson(schema: Schema): boolean {
  switch (schema.kind) {
    case "json":
    case "null":
    case "boolean":
    case "number":
    case "string":
    case "literal":
    case "enum":
    case "numericText":
      return true;
    case "array":
      return isJson(schema.items);
    case "union":
      return schema.discriminator === undefined && schema.members.every(isJson);
    default:
      return false;
  }
}
