import type { Parameter, Params } from "./operation.js";

/** The value that the caller gave for a parameter: a name such as `constructor` finds nothing inherited. */
export function given(
  params: Params,
  { name, key = name }: Parameter,
): unknown {
  return Object.hasOwn(params, key) ? params[key] : undefined;
}

/** A scalar as text: dates in ISO 8601, what is left of objects as JSON. */
export function text(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Whether it has members of its own to be written, as opposed to a scalar. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !(value instanceof Date) &&
    !Array.isArray(value)
  );
}

/**
 * The items of a list, or the members of an object as `x=1` (exploded) or `x`, `1`;
 * one item for a scalar. Null and undefined are left out (RFC 6570 section 2.3).
 */
export function items(
  value: unknown,
  explode: boolean,
  encode: (text: string) => string,
): string[] {
  if (Array.isArray(value)) return value.filter(isGiven).map(write);
  if (!isRecord(value)) return [write(value)];
  const members = Object.entries(value).filter(([, it]) => isGiven(it));
  return explode
    ? members.map(([key, it]) => `${write(key)}=${write(it)}`)
    : members.flatMap(([key, it]) => [write(key), write(it)]);

  function write(item: unknown): string {
    return encode(text(item));
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/**
 * Percent-encoding that leaves reserved characters and percent triples as they are
 * (RFC 6570 section 1.5, `{+var}`), but for those that would end the value: a
 * parameter must not turn into two. In a path that is also the slash.
 */
export function encodeReserved(text: string, keep: RegExp): string {
  return text.replace(/%[0-9a-f]{2}|[^]/giu, (it) =>
    it.length === 3 || keep.test(it) ? it : encodeURIComponent(it),
  );
}
