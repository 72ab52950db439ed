import type { Api, DeclarationId, Operation, Resource } from "../model.ts";
import { functionNameOf, pascalCase, spelledOut } from "../names.ts";
import { fileName } from "./file-name.ts";
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
  const properties = nameProperties(api.resources);
  const resources = new Map(
    api.resources.map((resource) => {
      const base = pascalCase(resource.name);
      const className = claimOne(
        table,
        `resource ${resource.name}`,
        `${base}Resource`,
        `${spelledOut(resource.name)}Operations`,
      );
      const methods = nameMethods(resource, functionOf);
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
  return table.claim([{ key, name, own: false, fallback }]).get(key) ?? name;
}

/** `client` and the members of every object are taken. */
function nameProperties(resources: readonly Resource[]): ReadonlyMap<string, string> {
  const taken = new Set(["client", "constructor"]);
  return new Map(
    resources
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name }) => {
        const base = functionNameOf(name);
        let property = taken.has(base) ? `${base}Resource` : base;
        for (let count = 2; taken.has(property); count++) property = `${base}${count}`;
        taken.add(property);
        return [name, property] as const;
      }),
  );
}

function nameMethods(
  resource: Resource,
  functionOf: (id: DeclarationId) => string,
): ReadonlyMap<DeclarationId, string> {
  const short = new Map(
    resource.operations.map((operation) => [
      operation.id,
      shortName(operation, resource, functionOf),
    ]),
  );
  const counts = new Map<string, number>();
  for (const name of short.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    resource.operations.map(({ id }) => {
      const name = short.get(id) ?? "";
      const clear =
        counts.get(name) === 1 && name !== "" && name !== "client" && name !== "constructor";
      return [id, clear ? name : functionOf(id)] as const;
    }),
  );
}

/** The function's words without those of the resource, singular or plural: `getTaskRun` in "Task Runs" -> `get`. */
function shortName(
  { id }: Operation,
  { name }: Resource,
  functionOf: (id: DeclarationId) => string,
): string {
  const about = new Set(
    fileName(name)
      .split("-")
      .flatMap((word) => [word, singular(word)]),
  );
  const words = fileName(functionOf(id)).split("-");
  return functionNameOf(
    words
      .filter((word, index) => index === 0 || !(about.has(word) || about.has(singular(word))))
      .join(" "),
  );
}

function singular(word: string): string {
  return word.replace(/ies$/, "y").replace(/(?<=[^s])s$/, "");
}
