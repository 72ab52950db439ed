import type { Api, DeclarationId, Direction } from "../model.ts";
import { found } from "./claims.ts";
import { nameEvents, type EventNames } from "./event-names.ts";
import { nameFacade, type FacadeNames } from "./facade-names.ts";
import { nameHeaders, type HeaderNames } from "./header-names.ts";
import { nameIncoming, type IncomingNames } from "./incoming-names.ts";
import { modulesOf, type Modules } from "./modules.ts";
import { lockedNames } from "./locked-names.ts";
import { NameTable, type Names } from "./name-table.ts";
import { nameFunctions, nameOperations, type OperationNames } from "./operation-names.ts";
import { RUNTIME_NAMES } from "./runtime-names.ts";
import { nameInputs, nameTypes } from "./type-names.ts";

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
