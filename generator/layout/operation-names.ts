import type { DeclarationId, Operation } from "../model.ts";
import { operationNameOf, pascalCase } from "../names.ts";
import { claimEndings, found } from "./claims.ts";
import type { NameRole, NameTable } from "./name-table.ts";
import { namesInCode } from "./operation-ids.ts";
import { isNamed, wantedNames } from "./route-names.ts";

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

/** A second operation with an id that is taken is called after its method and path as well. */
export function nameFunctions(
  table: NameTable,
  operations: readonly Operation[],
): ReadonlyMap<DeclarationId, string> {
  const ids = namesInCode(operations);
  const wanted = wantedNames(operations, ids);
  return table.claim(
    "functions",
    operations.map(({ id, method, path }) => {
      const name = found(wanted.get(id), id);
      const idInCode = ids.get(id);
      const fallback = (): string =>
        otherFunctionName(name, operationNameOf(method, path), isNamed(idInCode));
      return { key: id, name, own: name === idInCode, fallback };
    }),
  );
}

function otherFunctionName(name: string, derived: string, isOwn: boolean): string {
  if (name === derived) return `${name}Operation`;
  return isOwn ? `${name}${pascalCase(derived)}` : derived;
}

/** What belongs to the functions is called after them. */
export function nameOperations(
  table: NameTable,
  operations: readonly Operation[],
  functions: ReadonlyMap<DeclarationId, string>,
): ReadonlyMap<DeclarationId, OperationNames> {
  const ids = operations.map(({ id }) => id);
  const bases = new Map(ids.map((id) => [id, pascalCase(found(functions.get(id), id))]));
  const claim = (role: NameRole, ending: string, other: string): ((id: string) => string) => {
    const names = claimEndings(table, role, ids, (id) => found(bases.get(id), id), [ending, other]);
    return (id) => found(names.get(id), id);
  };
  const params = claim("params", "Params", "Parameters");
  const results = claim("results", "Result", "Outcome");
  const responses = claim("responses", "Response", "ResponseBody");
  return new Map(
    ids.map((id) => {
      const name = found(functions.get(id), id);
      const names: OperationNames = {
        function: name,
        params: params(id),
        result: results(id),
        response: responses(id),
        constant: table.free(`${name}Operation`),
        pages: table.free(`${name}Pages`),
      };
      return [id, names];
    }),
  );
}
