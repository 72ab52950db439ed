import type { Api, EventCatalogue, EventType, Schema } from "../../model.ts";
import { commentOf } from "../comments.ts";
import { declareType } from "../declarations.ts";
import type { Member, ReferenceType, Statement, TypeNode } from "../print/index.ts";
import { reference } from "../type-nodes.ts";
import { typeOf, type Scope } from "../types.ts";
import { baseOf, type EnvelopeBase } from "./base.ts";
import { declarePayload } from "./payload.ts";
import { resolve } from "./resolve.ts";
import { declareUnrecognized } from "./unrecognized.ts";

/** The union of all events, each of them, what they hold, and the unrecognised rest. */
export function declareEvents(
  api: Api,
  events: EventCatalogue,
  scope: Scope,
): readonly Statement[] {
  const { layout } = scope;
  const names = events.types.map(({ id }) => layout.events.interfaceName(id));
  const union: Statement = {
    kind: "typeAlias",
    name: layout.events.union,
    exported: true,
    docs: { text: unionDocs(events, layout.events.unrecognized) },
    type: {
      kind: "union",
      members: [...names, layout.events.unrecognized].map((name) => reference(name)),
    },
  };
  const base = baseOf(events, scope);
  return [
    union,
    ...events.types.map((type) =>
      events.kind === "whole"
        ? declareWhole(api, events, type, scope)
        : declareEvent(events, type, base, scope),
    ),
    declareUnrecognized(events, base, scope),
    ...events.payloads.map((payload) => declarePayload(payload, scope)),
  ];
}

function unionDocs({ discriminator }: EventCatalogue, unrecognized: string): string {
  return `Any event, told apart by its \`${discriminator}\`. In a \`switch\` over it, what no \`case\` takes is an \`${unrecognized}\`, whose type is newer than this SDK.`;
}

function declareEvent(
  events: EventCatalogue,
  type: EventType,
  base: EnvelopeBase | undefined,
  scope: Scope,
): Statement {
  const docs = commentOf({ description: type.description });
  const payload = payloadType(events, type, scope);
  return {
    kind: "interface",
    name: scope.layout.events.interfaceName(type.id),
    exported: true,
    extends: base === undefined ? [] : [base.type],
    members: [
      ...(base === undefined ? ownMembers(events, scope) : []),
      tagOf(events, type),
      ...payloadMember(events, payload),
    ],
    ...(docs === undefined ? {} : { docs }),
  };
}

/** The document's own schema of the event, under the name of the event. */
function declareWhole(api: Api, events: EventCatalogue, type: EventType, scope: Scope): Statement {
  const name = scope.layout.events.interfaceName(type.id);
  const docs = { description: type.description };
  const whole: Schema = type.schema ?? { kind: "unknown" };
  // An interface can extend what has members of its own to add to: no union, and nothing unknown.
  if (whole.kind !== "reference" || resolve(api, whole).kind !== "object") {
    return declareType(name, whole, scope, { docs, typeParameters: [] });
  }
  const comment = commentOf(docs);
  const base = typeOf(whole, scope) as ReferenceType;
  return {
    kind: "interface",
    name,
    exported: true,
    extends: [base],
    members: [tagOf(events, type)],
    ...(comment === undefined ? {} : { docs: comment }),
  };
}

/** The member that tells the event apart. */
function tagOf({ discriminator }: EventCatalogue, { type }: EventType): Member {
  return { kind: "property", key: discriminator, type: { kind: "literal", value: type } };
}

function payloadType(events: EventCatalogue, type: EventType, scope: Scope): TypeNode | undefined {
  if (events.kind === "named") return typeOf(type.schema ?? { kind: "unknown" }, scope);
  const payload = events.payloads.find(({ object }) => object === type.object);
  return payload && reference(scope.layout.events.interfaceName(payload.id));
}

function payloadMember(events: EventCatalogue, type: TypeNode | undefined): readonly Member[] {
  if (events.payload === undefined || type === undefined) return [];
  return [{ kind: "property", key: events.payload, type }];
}

/** What events have besides type and payload, where no schema of the document says it. */
function ownMembers(
  { members, discriminator, payload }: EventCatalogue,
  scope: Scope,
): readonly Member[] {
  return members
    .filter(({ name }) => name !== discriminator && name !== payload)
    .map(({ name, schema, required }) => ({
      kind: "property",
      key: name,
      type: typeOf(schema, scope),
      optional: !required,
    }));
}
