import type { Api, EventType, Schema } from "../../model.ts";
import type { WrittenEvents } from "../../source.ts";
import type { Node } from "../../spec/node.ts";
import { suggest } from "../../suggest.ts";
import type { Context } from "../context.ts";
import type { Envelope } from "./envelope.ts";
import { Declarations } from "./members.ts";
import { eventType } from "./type.ts";

/**
 * Compares a list of event types with the enum of the schema that carries events, when it has one. Gives the types that
 * only the enum has.
 * Diagnostics: `event-type-unlisted`, `event-type-undocumented`.
 */
export function compareWithEnum(
  context: Context,
  api: Api,
  envelope: Envelope | undefined,
  written: WrittenEvents,
): readonly EventType[] {
  if (envelope === undefined) return [];
  const documented = documentedTypes(api, envelope);
  if (documented === undefined) return [];
  const listed = new Set(written.types.map(({ type }) => type));
  reportUndocumented(context, written, documented);
  const unlisted = documented.filter((type) => !listed.has(type));
  const at = placeOf(context, envelope);
  for (const type of unlisted) {
    context.diagnostics.report("event-type-unlisted", at, { type, source: written.source.name });
  }
  return unlisted.map((type) => eventType(type, undefined));
}

function documentedTypes(api: Api, envelope: Envelope): readonly string[] | undefined {
  const property = envelope.members.find(({ name }) => name === envelope.discriminator);
  const schema: Schema | undefined = property && new Declarations(api).resolve(property.schema);
  if (schema?.kind !== "enum") return undefined;
  return schema.values.filter((value): value is string => typeof value === "string");
}

function reportUndocumented(
  { diagnostics }: Context,
  { source, types }: WrittenEvents,
  documented: readonly string[],
): void {
  const known = new Set(documented);
  for (const { type, pointer } of types) {
    if (known.has(type)) continue;
    const suggestion = suggest(type, documented);
    diagnostics.report("event-type-undocumented", { source, pointer }, { type, suggestion });
  }
}

function placeOf({ registry }: Context, envelope: Envelope): Node | undefined {
  const node = registry.get(envelope.declaration.id)?.node;
  return node?.at("properties", envelope.discriminator, "enum") ?? node;
}
