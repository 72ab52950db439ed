import type { Api, EventPayload, Property } from "../../model.ts";
import type { EventsConfig } from "../../options.ts";
import type { Context } from "../context.ts";
import { suggest } from "../../suggest.ts";
import { type PayloadExample, schemaOfExample } from "./examples.ts";
import { Declarations } from "./members.ts";

/**
 * What the payloads of each object hold: the summary's `id` and `object`, which are certain, and what the config's
 * schema or the page's examples show, which may be missing.
 * Diagnostics: `event-envelope-not-found` for a schema that the config names and the document has not.
 */
export function payloadsOf(
  context: Context,
  api: Api,
  objects: readonly string[],
  examples: readonly PayloadExample[],
  { payloads = {} }: EventsConfig,
): readonly EventPayload[] {
  const identified = examples.every(({ payload }) => Object.hasOwn(payload, "object"));
  return objects.map((object) => {
    const configured = Object.hasOwn(payloads, object) ? payloads[object] : undefined;
    const shown =
      configured === undefined
        ? shownFor(object, examples)
        : membersOf(context, api, configured).map(optional);
    return {
      id: `events:payload:${object}`,
      object,
      properties: withIdentity(identified ? identityOf(object) : [], shown),
    };
  });
}

/** `id` and `object`, which a summary has in every event of an API that has them in one. */
function identityOf(object: string): readonly Property[] {
  return [
    { name: "id", schema: { kind: "string" }, required: true, docs: {} },
    { name: "object", schema: { kind: "literal", value: object }, required: true, docs: {} },
  ];
}

function withIdentity(
  identity: readonly Property[],
  others: readonly Property[],
): readonly Property[] {
  const docs = new Map(others.map((property) => [property.name, property.docs]));
  const names = new Set(identity.map(({ name }) => name));
  return [
    ...identity.map((property) => ({ ...property, docs: docs.get(property.name) ?? {} })),
    ...others.filter(({ name }) => !names.has(name)),
  ];
}

function shownFor(object: string, examples: readonly PayloadExample[]): readonly Property[] {
  const shown = new Map<string, Property>();
  for (const { type, payload } of examples) {
    if (type.slice(0, type.lastIndexOf(".")) !== object) continue;
    for (const [name, value] of Object.entries(payload)) {
      const property = { name, schema: schemaOfExample(value), required: false, docs: {} };
      shown.set(name, property);
    }
  }
  return [...shown.values()];
}

function membersOf(context: Context, api: Api, name: string): readonly Property[] {
  const declaration = api.declarations.find((one) => one.name === name);
  if (declaration !== undefined) return new Declarations(api).members(declaration.schema);
  const names = api.declarations.map((one) => one.name);
  const about = { name, suggestion: suggest(name, names) };
  const { configSource: source, spec } = context;
  const at = source === undefined ? spec.root : { source, pointer: "/events/payloads" };
  context.diagnostics.report("event-envelope-not-found", at, about);
  return [];
}

function optional(property: Property): Property {
  return { ...property, required: false };
}
