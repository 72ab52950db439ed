import { Diagnostics } from "../../diagnostics.ts";
import { addTo, groupBy } from "../../group-by.ts";
import type {
  Declaration,
  DeclarationId,
  Operation,
  ReferenceSchema,
  Schema,
  Webhook,
} from "../../model.ts";
import { collectReferences } from "../../references.ts";
import { UNKNOWN } from "../algebra/basics.ts";
import { sameSchema } from "../algebra/same-schema.ts";
import { Rewrites, type Context } from "../context.ts";
import { lowerSchema } from "../schema/schema.ts";
import type { Entry } from "./registry.ts";

/**
 * The declarations as the model has them: in the variant that their use asks for, in two variants where both
 * directions use them and differ.
 */
export function declarationsOf(
  context: Context,
  operations: readonly Operation[],
  webhooks: readonly Webhook[],
): readonly Declaration[] {
  const entries = context.registry.entries;
  const graph = new Map(entries.map((entry) => [entry.id, entry] as const));
  const used = operations.map(referencesOf);
  const references = [...used, ...webhooks.map(({ operation }) => referencesOf(operation))].flat();
  const requests = reach(graph, references, "request");
  const responses = reach(graph, references, "response");
  const differing = closure(entries);
  const resources = resourcesOfDeclarations(graph, operations, used);
  return entries.map((entry): Declaration => {
    const usedIn = { request: requests.has(entry.id), response: responses.has(entry.id) };
    const arriving = entry.schema ?? UNKNOWN;
    const sent =
      usedIn.request && differing.has(entry.id) ? lowerForRequests(context, entry) : arriving;
    const both =
      usedIn.request &&
      usedIn.response &&
      sent !== arriving &&
      !sameSchema(sent, arriving, "direction");
    return {
      id: entry.id,
      name: entry.name,
      docs: entry.docs,
      schema: usedIn.response || !usedIn.request ? arriving : sent,
      requestSchema: both || refersToBoth(entry, differing, usedIn) ? sent : undefined,
      usedIn,
      typeParameters: [],
      resources: resources.get(entry.id) ?? [],
    };
  });
}

/** Equal but for the direction of its references: it differs only if one of those does. */
function refersToBoth(
  entry: Entry,
  differing: ReadonlySet<DeclarationId>,
  usedIn: Declaration["usedIn"],
): boolean {
  return usedIn.request && usedIn.response && [...entry.references].some((id) => differing.has(id));
}

/** The second lowering says nothing that the first did not report already. */
function lowerForRequests(context: Context, entry: Entry): Schema {
  const silent: Context = { ...context, diagnostics: new Diagnostics(), rewrites: new Rewrites() };
  return lowerSchema(silent, entry.node, { direction: "request", as: "json" });
}

/** Declarations that differ by direction: themselves, or through what they refer to. */
function closure(entries: readonly Entry[]): ReadonlySet<DeclarationId> {
  const users = new Map<DeclarationId, Entry[]>();
  for (const entry of entries) for (const id of entry.references) addTo(users, id, entry);
  const found = new Set<DeclarationId>();
  const pending = entries.filter(({ differs }) => differs);
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    if (found.has(entry.id)) continue;
    found.add(entry.id);
    pending.push(...(users.get(entry.id) ?? []));
  }
  return found;
}

/** All declarations that references in one direction lead to. */
function reach(
  graph: ReadonlyMap<DeclarationId, Entry>,
  references: readonly ReferenceSchema[],
  direction: "request" | "response",
): ReadonlySet<DeclarationId> {
  const roots = references.filter((reference) => reference.direction === direction);
  return reachFrom(
    graph,
    roots.map(({ target }) => target),
  );
}

function reachFrom(
  graph: ReadonlyMap<DeclarationId, Entry>,
  roots: readonly DeclarationId[],
): ReadonlySet<DeclarationId> {
  const found = new Set<DeclarationId>();
  const pending = [...roots];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    pending.push(...(graph.get(id)?.references ?? []));
  }
  return found;
}

/** Those in every schema that stands directly in an operation. */
function referencesOf({ parameters, body, responses }: Operation): readonly ReferenceSchema[] {
  const found: ReferenceSchema[] = [];
  const collect = (parts: readonly { readonly schema: Schema }[]): void => {
    for (const { schema } of parts) collectReferences(schema, found);
  };
  collect(parameters);
  collect(body?.contents ?? []);
  for (const { contents, headers } of responses) {
    collect(contents);
    collect(headers);
  }
  return found;
}

function resourcesOfDeclarations(
  graph: ReadonlyMap<DeclarationId, Entry>,
  operations: readonly Operation[],
  used: readonly (readonly ReferenceSchema[])[],
): ReadonlyMap<DeclarationId, readonly string[]> {
  const resources = new Map<DeclarationId, string[]>();
  for (const [resource, own] of groupBy(operations.entries(), ([, one]) => one.resource)) {
    const roots = own.flatMap(([index]) => (used[index] ?? []).map(({ target }) => target));
    for (const id of reachFrom(graph, roots)) addTo(resources, id, resource);
  }
  return resources;
}
