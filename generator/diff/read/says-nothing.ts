import type { SchemaView } from "./schema-view.ts";

/** True when a schema says nothing of its values. */
export function saysNothing(view: SchemaView): boolean {
  const { types, nullable, values, union, format, pattern, limits, conditions } = view;
  const words = [types, nullable, values, union, format, pattern];
  return words.every((word) => word === undefined) && limits.size === 0 && conditions.size === 0;
}
