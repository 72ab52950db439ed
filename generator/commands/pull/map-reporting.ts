import { Diagnostics } from "../../diagnostics.ts";
import { mapConcurrently } from "./fetcher.ts";
import { CONCURRENCY, type PullContext } from "./pulled.ts";

/**
 * Does something with each item, some of them at a time. Results and what is reported are in the order of the items,
 * whatever was answered first.
 */
export async function mapReporting<T, R>(
  items: readonly T[],
  context: PullContext,
  action: (item: T, context: PullContext) => Promise<R>,
): Promise<readonly R[]> {
  const done = await mapConcurrently(items, CONCURRENCY, async (item) => {
    const diagnostics = new Diagnostics();
    return { result: await action(item, { ...context, diagnostics }), diagnostics };
  });
  context.diagnostics.list.push(...done.flatMap(({ diagnostics }) => diagnostics.list));
  return done.map(({ result }) => result);
}
