import type { Api, EventCatalogue, EventType, Schema } from "../../model.ts";
import { commentOf } from "../comments.ts";
import { declareType } from "../declarations.ts";
import type { Member, ReferenceType, Statement, TypeNode } from "../print/index.ts";
import { reference, typeOf, type Scope } from "../types.ts";
import { declarePayload, isJsonPayload } from "./payload.ts";
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
    ...events.types.map((type) => declareEvent(api, events, type, base, scope)),
    declareUnrecognized(events, base, scope),
    ...events.payloads.map((payload) => declarePayload(payload, scope)),
  ];
}

function unionDocs({ discriminator }: EventCatalogue, unrecognized: string): string {
  return `Any event, told apart by its \`${discriminator}\`. In a \`switch\` over it, what no \`case\` takes is an \`${unrecognized}\`, whose type is newer than this SDK.`;
}

function declareEvent(
  api: Api,
  events: EventCatalogue,
  type: EventType,
  base: ReferenceType | undefined,
  scope: Scope,
): Statement {
  const name = scope.layout.events.interfaceName(type.id);
  const docs = commentOf({ description: type.description });
  const tag: Member = {
    kind: "property",
    key: events.discriminator,
    type: { kind: "literal", value: type.type },
  };
  if (events.kind === "whole") return declareWhole(api, name, type, tag, scope);
  const payload = payloadType(events, type, scope);
  return {
    kind: "interface",
    name,
    exported: true,
    extends: base === undefined ? [] : [base],
    members: [
      ...(base === undefined ? ownMembers(events, scope) : []),
      tag,
      ...payloadMember(events, payload),
    ],
    ...(docs === undefined ? {} : { docs }),
  };
}

/** The document's own schema of the event, under the name of the event. */
function declareWhole(
  api: Api,
  name: string,
  { schema, description }: EventType,
  tag: Member,
  scope: Scope,
): Statement {
  const docs = { description };
  const whole: Schema = schema ?? { kind: "unknown" };
  if (whole.kind !== "reference" || !isObject(api, whole)) {
    return declareType(name, whole, scope, { docs, typeParameters: [] });
  }
  const comment = commentOf(docs);
  const base = typeOf(whole, scope) as ReferenceType;
  return {
    kind: "interface",
    name,
    exported: true,
    extends: [base],
    members: [tag],
    ...(comment === undefined ? {} : { docs: comment }),
  };
}

/** An interface can extend what has members of its own to add to: no union, and nothing unknown. */
function isObject(api: Api, schema: Schema, depth = 0): boolean {
  if (schema.kind !== "reference" || depth > 16) return schema.kind === "object";
  const target = api.declarations.find(({ id }) => id === schema.target);
  return target !== undefined && isObject(api, target.schema, depth + 1);
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

/**
 * The schema that carries events. Its `type` is a string and its payload any JSON value, so each event narrows both;
 * where it says more, an interface that extends it could contradict it, and these members are left out of it.
 */
function baseOf(events: EventCatalogue, { module, layout }: Scope): ReferenceType | undefined {
  if (events.envelope === undefined) return undefined;
  const name = module.type(
    layout.typeName(events.envelope, "response"),
    layout.moduleOf(events.envelope),
  );
  const contradicted = [
    ...(isPlainText(events) ? [] : [events.discriminator]),
    ...(events.payload === undefined || events.payloads.every(isJsonPayload)
      ? []
      : [events.payload]),
  ];
  if (contradicted.length === 0) return reference(name);
  const keys: TypeNode = {
    kind: "union",
    members: contradicted.map((value) => ({ kind: "literal", value })),
  };
  const omit = layout.declares("Omit") ? "globalThis.Omit" : "Omit";
  return reference(omit, reference(name), keys);
}

function isPlainText({ members, discriminator }: EventCatalogue): boolean {
  return members.find(({ name }) => name === discriminator)?.schema.kind === "string";
}
