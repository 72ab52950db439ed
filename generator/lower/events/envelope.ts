import type { Api, Declaration, Property, Schema } from "../../model.ts";
import type { Context } from "../context.ts";
import { referencesIn } from "../../references.ts";
import { Declarations, findMember, PAYLOAD_NAMES, TYPE_NAMES } from "./members.ts";
import { suggest } from "../../suggest.ts";

/** The schema that carries events, and which of its members are the type and the payload. */
export interface Envelope {
  readonly declaration: Declaration;
  readonly members: readonly Property[];
  readonly discriminator: string;
  readonly payload: string | undefined;
}

/**
 * The schema that the config names; else the first that looks like one and is what a list operation gives.
 * Diagnostics: `event-envelope-guessed`, `event-envelope-unknown`, `event-envelope-not-found`.
 */
export function findEnvelope(
  context: Context,
  api: Api,
  configured: string | undefined,
): Envelope | undefined {
  const { diagnostics, registry, spec } = context;
  if (configured !== undefined) return namedEnvelope(context, api, configured);
  const declarations = new Declarations(api);
  const listed = listedIds(api);
  const found = api.declarations
    .filter(({ id }) => listed.has(id))
    .flatMap((declaration) => envelopeIn(declarations, declaration) ?? [])
    .find(({ payload, members }) => payload !== undefined && findMember(members, ["id"]));
  if (found === undefined) {
    diagnostics.report("event-envelope-unknown", spec.root, {});
    return undefined;
  }
  const { id, name } = found.declaration;
  diagnostics.report("event-envelope-guessed", registry.get(id)?.node, { name });
  return found;
}

function namedEnvelope(context: Context, api: Api, name: string): Envelope | undefined {
  const declaration = api.declarations.find((one) => one.name === name);
  const envelope = declaration && envelopeIn(new Declarations(api), declaration);
  if (envelope !== undefined) return envelope;
  const names = api.declarations.map((one) => one.name).filter((one) => one !== name);
  const { configSource: source, spec } = context;
  const at = source === undefined ? spec.root : { source, pointer: "/events/envelope" };
  context.diagnostics.report("event-envelope-not-found", at, {
    name,
    suggestion: suggest(name, names),
  });
  return undefined;
}

/** Schemas that are the items of an answer that is a list. */
function listedIds(api: Api): ReadonlySet<string> {
  const items = api.operations.flatMap(({ pagination }) => pagination?.item ?? []);
  return new Set(items.flatMap(referencesIn).map(({ target }) => target));
}

/** An object with a string for the type; its payload is any JSON value, or an object about which nothing is said. */
function envelopeIn(declarations: Declarations, declaration: Declaration): Envelope | undefined {
  const members = declarations.members(declaration.schema);
  const type = findMember(members, TYPE_NAMES, ({ schema }) =>
    isText(declarations.resolve(schema)),
  );
  if (type === undefined) return undefined;
  const payload = findMember(members, PAYLOAD_NAMES, ({ schema }) =>
    isOpen(declarations.resolve(schema)),
  );
  return { declaration, members, discriminator: type.name, payload: payload?.name };
}

function isText(schema: Schema): boolean {
  return schema.kind === "string" || schema.kind === "enum";
}

function isOpen(schema: Schema): boolean {
  if (schema.kind === "object") return schema.properties.length === 0;
  return schema.kind === "json" || schema.kind === "unknown";
}
