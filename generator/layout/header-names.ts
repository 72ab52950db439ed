import type { DeclarationId, Operation } from "../model.ts";
import { pascalCase } from "../names.ts";
import { claimEndings, found } from "./claims.ts";
import type { NameTable } from "./name-table.ts";

/** The interfaces of the documented headers of an operation's answers. */
export interface HeaderNames {
  readonly successes: string;
  readonly failures: string;
}

/** `ListPetsHeaders` and `ListPetsErrorHeaders`, only for operations that document headers; few do. */
export function nameHeaders(
  table: NameTable,
  operations: readonly Operation[],
  functionOf: (id: DeclarationId) => string,
): ReadonlyMap<DeclarationId, HeaderNames> {
  const ids = operations.filter(hasHeaders).map(({ id }) => id);
  const nameOf = (id: DeclarationId): string => pascalCase(functionOf(id));
  const successes = claimEndings(table, "headers", ids, nameOf, ["Headers", "ResponseHeaders"]);
  const failures = claimEndings(table, "errorHeaders", ids, nameOf, [
    "ErrorHeaders",
    "FailureHeaders",
  ]);
  return new Map(
    ids.map((id) => {
      const names = {
        successes: found(successes.get(id), id),
        failures: found(failures.get(id), id),
      };
      return [id, names];
    }),
  );
}

function hasHeaders({ responses }: Operation): boolean {
  for (const { headers } of responses) if (headers.length > 0) return true;
  return false;
}
