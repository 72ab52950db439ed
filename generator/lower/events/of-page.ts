import type { Api, EventCatalogue, EventType, Property, Schema } from "../../model.ts";
import type { EventsConfig } from "../../options.ts";
import type { WrittenEvents } from "../../source.ts";
import type { Context } from "../context.ts";
import { compareWithEnum } from "./compare.ts";
import { type Envelope, findEnvelope } from "./envelope.ts";
import { rolesOf } from "./members.ts";
import { examplesOf, schemaOfExample } from "./examples.ts";
import { payloadsOf } from "./payloads.ts";
import { eventType } from "./type.ts";

/** Binds the event types of a page or a list to the schema that carries events. */
export function catalogueOfPage(
  context: Context,
  api: Api,
  written: WrittenEvents,
  config: EventsConfig,
): EventCatalogue {
  const envelope = findEnvelope(context, api, config.envelope);
  const listed = written.types.map(({ type, description }) => eventType(type, description));
  const types = [...listed, ...compareWithEnum(context, api, envelope, written)];
  const shape = envelope ?? shapeOfExample(written);
  return {
    name: config.name,
    kind: "summary",
    envelope: envelope?.declaration.id,
    discriminator: shape.discriminator,
    payload: shape.payload,
    ...rolesOf(shape.members),
    members: shape.members,
    payloads: payloadsOf(context, api, objectsOf(types), examplesOf(written, shape), config),
    types,
    receiver: true,
    signature: config.signature,
  };
}

/** Without a schema, the page's example is all that is known of what every event has. */
function shapeOfExample(written: WrittenEvents): Omit<Envelope, "declaration"> {
  const usual = { type: "", data: {} };
  const example = (written.examples[0] ?? usual) as Readonly<Record<string, unknown>>;
  const members = Object.keys(example).map((name): Property => {
    const schema: Schema = name === "data" ? { kind: "json" } : schemaOfExample(example[name]);
    return { name, schema, required: true, docs: {} };
  });
  return {
    members,
    discriminator: "type",
    payload: members.some(({ name }) => name === "data") ? "data" : undefined,
  };
}

function objectsOf(types: readonly EventType[]): readonly string[] {
  return [...new Set(types.map(({ object }) => object))];
}
