import type { DeclarationId, Operation } from "../model.ts";
import { pascalCase } from "../names.ts";
import type { NameRole, NameTable } from "./name-table.ts";

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
  const claim = (role: NameRole, ending: string, other: string): ReadonlyMap<string, string> =>
    table.claim(
      role,
      ids.map((id) => {
        const base = pascalCase(functionOf(id));
        const fallback = (): string => `${base}${other}`;
        return { key: id, name: `${base}${ending}`, own: false, fallback };
      }),
    );
  const successes = claim("headers", "Headers", "ResponseHeaders");
  const failures = claim("errorHeaders", "ErrorHeaders", "FailureHeaders");
  return new Map(
    ids.map((id) => [id, { successes: successes.get(id) ?? "", failures: failures.get(id) ?? "" }]),
  );
}

function hasHeaders({ responses }: Operation): boolean {
  for (const { headers } of responses) if (headers.length > 0) return true;
  return false;
}
