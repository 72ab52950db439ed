import type { DeclarationId, Operation } from "../model.ts";
import { functionNameOf, hasWords, operationNameOf } from "../names.ts";

/**
 * What functions want to be called: as the ids of their operations say, else after method and route. What every route
 * of many documents begins with says nothing, `GET /api/v1/users` is `getUsers`, unless another one is called so.
 */
export function wantedNames(
  operations: readonly Operation[],
  ids: ReadonlyMap<DeclarationId, string | undefined>,
): ReadonlyMap<DeclarationId, string> {
  const short = operations.map((operation) => nameOf(operation, ids.get(operation.id)));
  const counts = new Map<string, number>();
  for (const name of short) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    operations.map((operation, index) => {
      const { id, method, path } = operation;
      const name = short[index] ?? "";
      const isClear = counts.get(name) === 1 || isNamed(ids.get(id));
      return [id, isClear ? name : operationNameOf(method, path)];
    }),
  );
}

function nameOf({ method, path }: Operation, id: string | undefined): string {
  return isNamed(id) ? functionNameOf(id) : operationNameOf(method, withoutVersion(path));
}

/** True for an operation id of which a name can be made. */
export function isNamed(id: string | undefined): id is string {
  return id !== undefined && hasWords(id);
}

/** `/users` of `/api/v1/users` and `/rest/api/2/users`; a path that is nothing else stays. */
function withoutVersion(path: string): string {
  const rest = path.replace(COMMON_START, "");
  return hasWords(rest) ? rest : path;
}

const COMMON_START =
  /^(?:\/(?:(?:api|rest)(?:\/\d+(?:\.\d+)*)?|v\d+(?:[._]\d+)*(?:(?:alpha|beta)\d*)?)(?=\/))+/i;
