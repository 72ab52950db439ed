import type { EventCatalogue } from "../../model.ts";
import type { ReferenceType, TypeNode } from "../print/index.ts";
import { reference } from "../type-nodes.ts";
import type { Scope } from "../types.ts";
import { isJsonPayload } from "./payload.ts";

/** The schema that carries events, as events extend it. */
export interface EnvelopeBase {
  readonly type: ReferenceType;
  /** Members that are left out of it, so that every event has to declare them. */
  readonly omitted: readonly string[];
}

/**
 * What every event extends; undefined when no schema of the document carries them. Its `type` is a string and its
 * payload any JSON value, so each event narrows both; where it says more, an interface that extends it could contradict
 * it, and these members are left out of it.
 */
export function baseOf(
  events: EventCatalogue,
  { module, layout }: Scope,
): EnvelopeBase | undefined {
  if (events.envelope === undefined) return undefined;
  const from = layout.moduleOf(events.envelope);
  const envelope = reference(module.type(layout.typeName(events.envelope, "response"), from));
  const omitted = contradicted(events);
  if (omitted.length === 0) return { type: envelope, omitted };
  const keys: TypeNode = {
    kind: "union",
    members: omitted.map((value) => ({ kind: "literal", value })),
  };
  const omit = layout.declares("Omit") ? "globalThis.Omit" : "Omit";
  return { type: reference(omit, [envelope, keys]), omitted };
}

function contradicted(events: EventCatalogue): readonly string[] {
  const { discriminator, payload, payloads, members } = events;
  const tag = members.find(({ name }) => name === discriminator);
  const narrowsTag = tag?.schema.kind === "string";
  const narrowsPayload = payload === undefined || payloads.every(isJsonPayload);
  return [...(narrowsTag ? [] : [discriminator]), ...(narrowsPayload ? [] : [payload])];
}
