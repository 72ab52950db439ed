import type { Api, DeclarationId, Resource } from "../model.ts";
import { memberNameOf, pascalCase, spelledOut } from "../names.ts";
import { apiSubject } from "./api-subject.ts";
import { claimOne, found } from "./claims.ts";
import { Members } from "./members.ts";
import { methodNames, subjectOf } from "./method-names.ts";
import type { NameTable } from "./name-table.ts";

/** The names of the class whose members are resources. */
export interface FacadeNames {
  /** `Deck` */
  readonly name: string;
  resource(name: string): ResourceNames;
}

export interface ResourceNames {
  /** `events`, in `deck.events.list()` */
  readonly property: string;
  /** `EventsResource` */
  readonly className: string;
  /** `list` */
  method(id: DeclarationId): string;
}

/** Names the class after the API, and methods after what their functions say beyond the resource: `listEvents` -> `list`. */
export function nameFacade(
  table: NameTable,
  api: Api,
  functionOf: (id: DeclarationId) => string,
): FacadeNames {
  const subject = apiSubject(api.title);
  const name = claimOne(table, "classes", "facade", subject, `${subject}Facade`);
  const properties = nameProperties(table, api.resources);
  const resources = new Map(
    api.resources.map((resource) => {
      const className = nameClass(table, resource);
      const property = properties.get(resource.name) ?? className;
      const methods = nameMethods(table, resource, functionOf);
      const method = (id: DeclarationId): string => methods.get(id) ?? functionOf(id);
      return [resource.name, { property, className, method }] as const;
    }),
  );
  return { name, resource: (resource) => found(resources.get(resource), resource) };
}

function nameClass(table: NameTable, { name }: Resource): string {
  const usual = `${pascalCase(subjectOf(name))}Resource`;
  return claimOne(table, "classes", `resource ${name}`, usual, `${spelledOut(name)}Operations`);
}

function nameProperties(
  table: NameTable,
  resources: readonly Resource[],
): ReadonlyMap<string, string> {
  const keys = resources.map(({ name }) => name).toSorted();
  return table.claimMembers("resources", keys, (locked) => {
    const members = new Members(locked);
    for (const key of keys) {
      const base = memberNameOf(subjectOf(key));
      members.add(key, members.isFree(base) ? base : `${base}Resource`);
    }
    return members.names;
  });
}

function nameMethods(
  table: NameTable,
  resource: Resource,
  functionOf: (id: DeclarationId) => string,
): ReadonlyMap<DeclarationId, string> {
  const { operations } = resource;
  const ids = operations.map(({ id }) => id);
  return table.claimMembers("methods", ids, (locked) => {
    const members = new Members(locked);
    const names = methodNames(resource, functionOf);
    for (const rank of [0, 1]) claimClear(members, names, rank);
    for (const id of ids) members.add(id, functionOf(id));
    return members.names;
  });
}

/** Of the methods without a name, those get one that no other of them wants. */
function claimClear(
  members: Members,
  names: ReadonlyMap<DeclarationId, readonly string[]>,
  rank: number,
): void {
  const open = [...names].filter(([id]) => !members.names.has(id));
  const wanted = open.map(([id, ranked]) => ({ id, name: ranked[rank] ?? "" }));
  const counts = new Map<string, number>([["", 2]]);
  for (const { name } of wanted) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { id, name } of wanted)
    if (counts.get(name) === 1 && members.isFree(name)) members.add(id, name);
}
