import type { DeclarationId, Operation } from "../model.ts";

/**
 * The ids of operations without the route that FastAPI puts behind the name of each function, `read_item` of
 * `read_item_items__item_id__get`. Ids that would be the same then stay as they are.
 */
export function withoutRoutes(
  operations: readonly Operation[],
): ReadonlyMap<DeclarationId, string | undefined> {
  const short = operations.map(withoutRoute);
  const counts = new Map<string | undefined, number>();
  for (const id of short) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Map(
    operations.map(({ id, operationId }, index) => {
      const name = short[index];
      return [id, counts.get(name) === 1 ? name : operationId];
    }),
  );
}

/** FastAPI's `generate_unique_id`: name, path with `_` for all that is no word, method. */
function withoutRoute({ operationId, method, path }: Operation): string | undefined {
  const verb = `_${method.toLowerCase()}`;
  if (operationId?.endsWith(verb) !== true) return operationId;
  const route = path.replace(/\W/g, "_") + verb;
  const hasMore = operationId.endsWith(route) && operationId.length > route.length;
  return hasMore ? operationId.slice(0, -route.length) : operationId;
}
