import type { DeclarationId, Operation } from "../model.ts";

/**
 * The ids of operations without what frameworks put around the name of each function: FastAPI the route, `read_item` of
 * `read_item_items__item_id__get`, Springfox the method, `getPet` of `getPetUsingGET_1`, and NestJS what kind of class
 * has it, `Cats_findAll` of `CatsController_findAll`. Ids that would be the same then stay as they are.
 */
export function namesInCode(
  operations: readonly Operation[],
): ReadonlyMap<DeclarationId, string | undefined> {
  const short = operations.map(nameInCode);
  const counts = new Map<string | undefined, number>();
  for (const id of short) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Map(
    operations.map(({ id, operationId }, index) => {
      const name = short[index];
      return [id, counts.get(name) === 1 ? name : operationId];
    }),
  );
}

/** The name of the function that answers, as far as an id tells. */
export function nameInCode(operation: Operation): string | undefined {
  const { operationId, method } = operation;
  const [, name, verb] = /^(.+)Using([A-Z]+)(?:_\d+)?$/.exec(operationId ?? "") ?? [];
  return verb === method ? name : withoutClass(withoutRoute(operation));
}

/** NestJS: class, `_`, method; a version may stand behind, `CatsController_findAll_v1`. */
function withoutClass(id: string | undefined): string | undefined {
  return id?.replace(/^([A-Z][A-Za-z\d]*)Controller_(?=[A-Za-z])/, "$1_");
}

/** FastAPI's `generate_unique_id`: name, path with `_` for all that is no word, method. */
function withoutRoute({ operationId, method, path }: Operation): string | undefined {
  const verb = `_${method.toLowerCase()}`;
  if (operationId?.endsWith(verb) !== true) return operationId;
  const route = path.replace(/\W/g, "_") + verb;
  const hasMore = operationId.endsWith(route) && operationId.length > route.length;
  return hasMore ? operationId.slice(0, -route.length) : operationId;
}
