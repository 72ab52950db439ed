import type { EventCatalogue, Property } from "../../model.ts";
import type { Member, Statement } from "../print/index.ts";
import { runtimeType } from "../runtime-symbols.ts";
import { typeOf, type Scope } from "../types.ts";
import type { EnvelopeBase } from "./base.ts";

/** The event whose type the SDK does not know. Its tag is a type of its own, so that unions keep narrowing. */
export function declareUnrecognized(
  events: EventCatalogue,
  base: EnvelopeBase | undefined,
  scope: Scope,
): Statement {
  const { discriminator, members } = events;
  const others = members.filter(({ name }) => name !== discriminator);
  return {
    kind: "interface",
    name: scope.layout.events.unrecognized,
    exported: true,
    docs: {
      text: `An event of a type that this SDK does not know yet. At run time, \`${discriminator}\` is the string that was received.`,
    },
    extends: base === undefined ? [] : [base.type],
    members: [
      { kind: "property", key: discriminator, type: runtimeType("Unrecognized", scope.module) },
      ...others
        .filter(({ name }) => base === undefined || base.omitted.includes(name))
        .map((property) => memberOf(property, scope)),
    ],
  };
}

function memberOf({ name, schema, required }: Property, scope: Scope): Member {
  return { kind: "property", key: name, type: typeOf(schema, scope), optional: !required };
}
