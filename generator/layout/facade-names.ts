import type { Api, DeclarationId, Resource } from "../model.ts";
import { memberNameOf, pascalCase, spelledOut } from "../names.ts";
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
  const subject = pascalCase(api.title.replace(/\s+(?:rest\s+)?api\b.*$/i, ""));
  const name = claimOne(table, "facade", subject === "_" ? "Api" : subject, `${subject}Facade`);
  const properties = nameProperties(table, api.resources);
  const resources = new Map(
    api.resources.map((resource) => {
      const base = pascalCase(subjectOf(resource.name));
      const className = claimOne(
        table,
        `resource ${resource.name}`,
        `${base}Resource`,
        `${spelledOut(resource.name)}Operations`,
      );
      const methods = nameMethods(table, resource, functionOf);
      return [
        resource.name,
        {
          property: properties.get(resource.name) ?? className,
          className,
          method: (id: DeclarationId) => methods.get(id) ?? functionOf(id),
        },
      ] as const;
    }),
  );
  return {
    name,
    resource(resource) {
      const names = resources.get(resource);
      if (names === undefined) throw new Error(`The facade has no resource ${resource}.`);
      return names;
    },
  };
}

function claimOne(table: NameTable, key: string, name: string, fallback: string): string {
  return (
    table.claim("classes", [{ key, name, own: false, fallback: () => fallback }]).get(key) ?? name
  );
}

/** Members that the classes have already; `then` would make promises of them. */
const taken: readonly string[] = ["client", "constructor", "then"];

function nameProperties(
  table: NameTable,
  resources: readonly Resource[],
): ReadonlyMap<string, string> {
  const keys = resources.map(({ name }) => name).toSorted();
  return table.claimMembers("resources", keys, (locked) => {
    const members = new Members(taken, locked);
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
    const members = new Members(taken, locked);
    const short = methodNames(resource, functionOf);
    const counts = new Map<string, number>();
    for (const [id, name] of short)
      if (!locked.has(id)) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const id of ids) {
      const name = short.get(id) ?? "";
      const isClear = name !== "" && members.isFree(name) && counts.get(name) === 1;
      members.add(id, isClear ? name : functionOf(id));
    }
    return members.names;
  });
}

/** The members of one class: each name once, those that are locked first. */
class Members {
  readonly #names: Map<string, string>;
  readonly #taken: Set<string>;

  constructor(taken: readonly string[], locked: ReadonlyMap<string, string>) {
    this.#names = new Map(locked);
    this.#taken = new Set([...taken, ...locked.values()]);
  }

  get names(): ReadonlyMap<string, string> {
    return this.#names;
  }

  isFree(name: string): boolean {
    return !this.#taken.has(name);
  }

  add(key: string, base: string): void {
    if (this.#names.has(key)) return;
    let name = base;
    for (let count = 2; !this.isFree(name); count++) name = `${base}${count}`;
    this.#taken.add(name);
    this.#names.set(key, name);
  }
}
