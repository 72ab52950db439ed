/**
 * The path to the first difference of two JSON values, or undefined when they are equal. The order of an object's
 * members makes no difference, that of an array's items does. A member that only one has counts at its object.
 */
export function firstDifference(a: unknown, b: unknown): readonly string[] | undefined {
  if (Object.is(a, b)) return undefined;
  if (!isStructure(a) || !isStructure(b) || Array.isArray(a) !== Array.isArray(b)) return [];
  const keys = Object.keys(a);
  for (const key of keys) {
    if (!Object.hasOwn(b, key)) return [];
    const inner = firstDifference(a[key], b[key]);
    if (inner !== undefined) return [key, ...inner];
  }
  return keys.length === Object.keys(b).length ? undefined : [];
}

function isStructure(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
