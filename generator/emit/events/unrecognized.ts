import type { EventCatalogue, Property, Schema } from "../../model.ts";
import type { Member, ReferenceType, Statement, TypeNode } from "../print/index.ts";
import { reference, typeOf, type Scope } from "../types.ts";

/** The event whose type the SDK does not know. Its tag is a type of its own, so that unions keep narrowing. */
export function declareUnrecognized(
  events: EventCatalogue,
  base: ReferenceType | undefined,
  scope: Scope,
): Statement {
  const { discriminator, payload } = events;
  const others =
    base === undefined
      ? events.members.filter(({ name }) => name !== discriminator)
      : events.members.filter(({ name }) => name === payload && base.name.endsWith("Omit"));
  return {
    kind: "interface",
    name: scope.layout.events.unrecognized,
    exported: true,
    docs: {
      text: `An event of a type that this SDK does not know yet. At run time, \`${discriminator}\` is the string that was received.`,
    },
    extends: base === undefined ? [] : [base],
    members: [
      { kind: "property", key: discriminator, type: unrecognizedTag(scope) },
      ...others.map((property) => memberOf(property, scope)),
    ],
  };
}

function unrecognizedTag({ module }: Scope): TypeNode {
  return reference(module.type("Unrecognized", "runtime/unrecognized"));
}

function memberOf({ name, schema, required }: Property, scope: Scope): Member {
  return { kind: "property", key: name, type: typeOf(open(schema), scope), optional: !required };
}

/** About a type that is not known, nothing is known. */
function open(schema: Schema): Schema {
  return schema.kind === "string" || schema.kind === "number" ? schema : { kind: "json" };
}
