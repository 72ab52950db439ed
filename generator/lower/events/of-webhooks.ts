import type { Api, EventCatalogue, EventType, Property, Schema, Webhook } from "../../model.ts";
import type { EventsConfig } from "../../options.ts";
import { sameSchema } from "../algebra/same-schema.ts";
import type { Context } from "../context.ts";
import { Declarations, findMember, PAYLOAD_NAMES, rolesOf, TYPE_NAMES } from "./members.ts";
import { eventType } from "./type.ts";

/** One kind of body that a webhook sends. */
interface Body {
  readonly webhook: Webhook;
  readonly schema: Schema;
  readonly members: readonly Property[];
}

/**
 * The events of OpenAPI `webhooks`, one a webhook, or one a member where a body is a union. Their type is the constant
 * that tells the bodies apart, or else the webhook's name.
 * Diagnostics: `events-without-type`.
 */
export function catalogueOfWebhooks(
  { diagnostics, spec }: Context,
  api: Api,
  config: EventsConfig | undefined,
): EventCatalogue | undefined {
  const webhooks = api.webhooks.filter(({ callbackOf }) => callbackOf === undefined);
  if (webhooks.length === 0) return undefined;
  const declarations = new Declarations(api);
  const bodies = webhooks.flatMap((webhook) => bodiesOf(declarations, webhook));
  const tag = tagOf(bodies);
  // Without a tag there is no union on the wire: their bodies are types of their own (`incoming.ts`).
  if (tag === undefined && config === undefined) return undefined;
  if (tag === undefined && config?.signature !== undefined) {
    diagnostics.report("events-without-type", spec.root.get("webhooks"), {});
  }
  const head = {
    name: config?.name,
    envelope: undefined,
    payloads: [],
    receiver: config !== undefined,
    signature: tag === undefined ? undefined : config?.signature,
  };
  return tag === undefined
    ? { ...head, ...namedEvents(webhooks) }
    : { ...head, ...wholeEvents(bodies, tag) };
}

type Rest = Omit<EventCatalogue, "name" | "envelope" | "payloads" | "receiver" | "signature">;

function wholeEvents(bodies: readonly Body[], tag: string): Rest {
  const members = commonMembers(bodies, tag);
  return {
    kind: "whole",
    discriminator: tag,
    payload: findMember(members, PAYLOAD_NAMES)?.name,
    ...rolesOf(members),
    members,
    types: bodies.map((body): EventType => {
      const type = literalIn(body.members, tag) ?? body.webhook.name;
      return eventType(type, wordsOf(body.webhook), body.schema);
    }),
  };
}

/** Nothing in the bodies tells them apart, or there is a single webhook without a tag. */
function namedEvents(webhooks: readonly Webhook[]): Rest {
  return {
    kind: "named",
    discriminator: "type",
    payload: "data",
    identity: undefined,
    time: undefined,
    members: [
      { name: "type", schema: { kind: "string" }, required: true, docs: {} },
      { name: "data", schema: { kind: "json" }, required: true, docs: {} },
    ],
    types: distinctNames(webhooks).map((webhook) =>
      eventType(webhook.name, wordsOf(webhook), schemaOf(webhook)),
    ),
  };
}

/** A path item may have several methods; the sender uses one, and the first one counts. */
function distinctNames(webhooks: readonly Webhook[]): readonly Webhook[] {
  return webhooks.filter(
    (one, index) => webhooks.findIndex(({ name }) => name === one.name) === index,
  );
}

function bodiesOf(declarations: Declarations, webhook: Webhook): readonly Body[] {
  const schema = schemaOf(webhook);
  const meant = declarations.resolve(schema);
  const schemas = meant.kind === "union" ? meant.members : [schema];
  return schemas.map((one) => ({ webhook, schema: one, members: declarations.members(one) }));
}

function schemaOf({ operation }: Webhook): Schema {
  return operation.body?.contents[0]?.schema ?? { kind: "unknown" };
}

function wordsOf({ operation: { docs } }: Webhook): string | undefined {
  return docs.description ?? docs.summary;
}

/** The property that every body has with a constant of its own. */
function tagOf(bodies: readonly Body[]): string | undefined {
  const [first, ...others] = bodies;
  if (first === undefined) return undefined;
  const names = first.members.map(({ name }) => name);
  const usual = TYPE_NAMES.filter((name) => names.includes(name));
  const candidates = others.length === 0 ? usual : [...new Set([...usual, ...names])];
  return candidates.find((name) => {
    const values = bodies.map(({ members }) => literalIn(members, name));
    return !values.includes(undefined) && new Set(values).size === values.length;
  });
}

function literalIn(members: readonly Property[], name: string): string | undefined {
  const schema = members.findLast((member) => member.name === name && member.required)?.schema;
  return schema?.kind === "literal" && typeof schema.value === "string" ? schema.value : undefined;
}

/** What all bodies certainly have; a member that they type differently may hold any JSON value. */
function commonMembers(bodies: readonly Body[], tag: string): readonly Property[] {
  const [first, ...others] = bodies;
  if (first === undefined) return [];
  return first.members.flatMap((property): readonly Property[] => {
    const { name } = property;
    const rest = others.map(({ members }) => members.find((member) => member.name === name));
    if (!property.required || !rest.every((other) => other?.required === true)) return [];
    if (name === tag) return [{ ...property, schema: { kind: "string" }, docs: {} }];
    const same = rest.every((other) => other && sameSchema(other.schema, property.schema));
    return [same ? property : { ...property, schema: { kind: "json" }, docs: {} }];
  });
}
