import { isContainer } from "../../json-value.ts";
/**
 * The path to the first difference of two JSON values, or undefined when they are equal. The order of an object's
 * members makes no difference, that of an array's items does. A member that only one has counts at its object.
 * Members that `isIgnored` says so of, by their path, count as equal.
 */
export function firstDifference(
  a: unknown,
  b: unknown,
  isIgnored: (path: readonly string[]) => boolean = () => false,
  path: readonly string[] = [],
): readonly string[] | undefined {
  if (Object.is(a, b)) return undefined;
  if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b)) return path;
  const counts = (key: string): boolean => !isIgnored([...path, key]);
  const keys = Object.keys(a).filter(counts);
  for (const key of keys) {
    if (!Object.hasOwn(b, key)) return path;
    const inner = firstDifference(a[key], b[key], isIgnored, [...path, key]);
    if (inner !== undefined) return inner;
  }
  return keys.length === Object.keys(b).filter(counts).length ? undefined : path;
}
