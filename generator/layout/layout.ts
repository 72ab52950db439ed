import type { Api, Declaration, DeclarationId, Direction, Operation } from "../model.ts";
import {
  functionNameOf,
  hasWords,
  operationNameOf,
  pascalCase,
  spelledOut,
  typeNameOf,
} from "../names.ts";
import { namesInCode } from "./operation-ids.ts";
import { nameEvents, type EventNames } from "./event-names.ts";
import { nameFacade, type FacadeNames } from "./facade-names.ts";
import { nameHeaders, type HeaderNames } from "./header-names.ts";
import { nameIncoming, type IncomingNames } from "./incoming-names.ts";
import { modulesOf, type Modules } from "./modules.ts";
import { lockedNames } from "./locked-names.ts";
import { NameTable, type Claim, type NameRole, type Names } from "./name-table.ts";
import { RUNTIME_NAMES } from "./runtime-names.ts";

/** The TypeScript name and module of everything that an SDK declares. */
export interface Layout {
  /** The exported name of a declaration, in the variant for a direction. */
  typeName(id: DeclarationId, direction: Direction): string;
  /** The module of a declaration, relative to the source root, without extension: `types/events`. */
  moduleOf(id: DeclarationId): string;
  operation(id: DeclarationId): OperationNames;
  /** Only of operations that document headers of answers. */
  headerNames(id: DeclarationId): HeaderNames;
  /** The module of a resource's operations: `operations/events`. */
  operationsModule(resource: string): string;
  readonly modules: Modules;
  /** True when some declaration of the document has this very name. */
  declares(name: string): boolean;
  readonly incoming: IncomingNames;
  readonly events: EventNames;
  /** Named when they are asked for: an SDK without a facade needs none of them. */
  readonly facade: FacadeNames;
  /** Claims further names, for emitters whose declarations are not in the document. */
  readonly table: NameTable;
}

/** The names that one operation brings with it. */
export interface OperationNames {
  readonly function: string;
  readonly params: string;
  readonly result: string;
  readonly response: string;
  /** Names within the module of the operation. */
  readonly constant: string;
  readonly pages: string;
}

/**
 * Gives every declaration of an API its name and module. Depends on what is there, never on its order. What has a name
 * in `locked` keeps it, whatever else the document has by now.
 */
export function layoutApi(api: Api, locked?: Names): Layout {
  const table = new NameTable(RUNTIME_NAMES, locked && lockedNames(api, locked));
  const types = nameTypes(table, api.declarations);
  const functions = nameFunctions(table, api.operations);
  const inputs = nameInputs(table, api.declarations, types);
  const operations = nameOperations(table, api.operations, functions);
  const headers = nameHeaders(table, api.operations, (id) => found(functions.get(id), id));
  const incoming = nameIncoming(table, api, (id) => found(functions.get(id), id));
  const modules = modulesOf(api);
  const declared = new Set([...types.values(), ...inputs.values()]);
  let facade: FacadeNames | undefined;
  return {
    typeName: (id, direction) =>
      (direction === "request" ? inputs.get(id) : undefined) ?? found(types.get(id), id),
    moduleOf: (id) => found(modules.types.get(id), id),
    operation: (id) => found(operations.get(id), id),
    headerNames: (id) => found(headers.get(id), id),
    operationsModule: (resource) => found(modules.operations.get(resource), resource),
    modules,
    declares: (name) => declared.has(name),
    incoming,
    events: nameEvents(table, api),
    get facade() {
      return (facade ??= nameFacade(table, api, (id) => found(functions.get(id), id)));
    },
    table,
  };
}

/** Names that are an author's own and usable come first, whole; the others are made of their words. */
function nameTypes(
  table: NameTable,
  declarations: readonly Declaration[],
): ReadonlyMap<DeclarationId, string> {
  const claims = declarations.map(({ id, name }) => claimType(id, name));
  const own = claims.filter((claim) => claim.own);
  const made = claims.filter((claim) => !claim.own);
  table.claim("types", own);
  return table.claim("types", made);
}

function claimType(id: DeclarationId, raw: string): Claim {
  const name = typeNameOf(raw);
  return { key: id, name, own: name === raw, fallback: () => otherTypeName(raw, name) };
}

function otherTypeName(raw: string, name: string): string {
  const spelled = spelledOut(raw);
  return spelled === name ? `${pascalCase(raw)}Model` : spelled;
}

/** A second operation with an id that is taken is called after its method and path as well. */
function nameFunctions(
  table: NameTable,
  operations: readonly Operation[],
): ReadonlyMap<DeclarationId, string> {
  const ids = namesInCode(operations);
  return table.claim(
    "functions",
    operations.map(({ id, method, path }) => {
      const operationId = ids.get(id);
      const isUsed = operationId !== undefined && hasWords(operationId);
      const name = isUsed ? functionNameOf(operationId) : operationNameOf(method, path);
      const fallback = (): string => otherFunctionName(name, operationNameOf(method, path));
      return { key: id, name, own: name === operationId, fallback };
    }),
  );
}

function otherFunctionName(name: string, derived: string): string {
  return name === derived ? `${name}Operation` : `${name}${pascalCase(derived)}`;
}

function nameInputs(
  table: NameTable,
  declarations: readonly Declaration[],
  types: ReadonlyMap<DeclarationId, string>,
): ReadonlyMap<DeclarationId, string> {
  const both = declarations.filter(({ requestSchema }) => requestSchema !== undefined);
  return table.claim(
    "requestTypes",
    both.map(({ id }) => {
      const name = found(types.get(id), id);
      return { key: id, name: `${name}Input`, own: false, fallback: () => `${name}RequestInput` };
    }),
  );
}

function nameOperations(
  table: NameTable,
  operations: readonly Operation[],
  functions: ReadonlyMap<DeclarationId, string>,
): ReadonlyMap<DeclarationId, OperationNames> {
  const named = operations.map(({ id }) => {
    const name = found(functions.get(id), id);
    return { id, name, base: pascalCase(name) };
  });
  const claimAll = (
    role: NameRole,
    ending: string,
    other: string,
  ): ReadonlyMap<DeclarationId, string> =>
    table.claim(
      role,
      named.map(({ id, base }) => {
        const fallback = (): string => `${base}${other}`;
        return { key: id, name: `${base}${ending}`, own: false, fallback };
      }),
    );
  const params = claimAll("params", "Params", "Parameters");
  const results = claimAll("results", "Result", "Outcome");
  const responses = claimAll("responses", "Response", "ResponseBody");
  return new Map(
    named.map(({ id, name }) => [
      id,
      {
        function: name,
        params: found(params.get(id), id),
        result: found(results.get(id), id),
        response: found(responses.get(id), id),
        constant: table.free(`${name}Operation`),
        pages: table.free(`${name}Pages`),
      },
    ]),
  );
}

function found<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`The layout has nothing for ${id}.`);
  return value;
}
