/**
 * How deep a document may nest. The deepest of the large public documents has 22 levels; recursion over 200 is safe
 * in every stage, while a few thousand would overflow the stack.
 */
export const MAX_DEPTH = 200;

/** True when `value` nests deeper than `MAX_DEPTH`. Stops there, so cycles and bombs cost no more. */
export function isTooDeep(value: unknown, budget: number = MAX_DEPTH): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (budget === 0) return true;
  return Object.values(value).some((child) => isTooDeep(child, budget - 1));
}
