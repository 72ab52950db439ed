import type { Api, DeclarationId } from "../model.ts";
import { isUsable } from "../names.ts";
import type { NameRole, Names } from "./name-table.ts";

/**
 * The locked names whose owners are still there. The others are free again: a name moves when what had it is gone.
 */
export function lockedNames(api: Api, locked: Names): Names {
  const owners = ownersOf(api);
  return new Map(
    [...locked].map(([role, names]) => {
      const present = owners[role];
      return [role, new Map([...names].filter(([key]) => present.has(key)))] as const;
    }),
  );
}

function ownersOf(api: Api): Readonly<Record<NameRole, ReadonlySet<string>>> {
  const operations = new Set(api.operations.map(({ id }) => id));
  const both = api.declarations.filter(({ requestSchema }) => requestSchema !== undefined);
  const incoming = new Set(api.webhooks.map(({ operation }) => operation.id));
  return {
    types: new Set(api.declarations.map(({ id }) => id)),
    requestTypes: new Set(both.map(({ id }) => id)),
    functions: operations,
    params: operations,
    results: operations,
    responses: operations,
    headers: operations,
    errorHeaders: operations,
    incoming,
    answers: incoming,
    incomingHeaders: incoming,
    incomingQueries: incoming,
    events: eventOwners(api),
    classes: new Set(["facade", ...api.resources.map(({ name }) => `resource ${name}`)]),
    resources: new Set(api.resources.map(({ name }) => name)),
    methods: operations,
  };
}

/** The names around the union follow the configuration when that gives the union a name. */
function eventOwners({ events }: Api): ReadonlySet<DeclarationId> {
  if (events === undefined) return new Set();
  const each = [...events.types, ...events.payloads].map(({ id }) => id);
  const isNamed = events.name !== undefined && isUsable(events.name);
  return new Set(isNamed ? each : [...each, ...around]);
}

const around = ["union", "type", "group", "of", "handlers", "unrecognized", "types", "is"];
