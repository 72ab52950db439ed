import type { Operation, Params } from "./operation.js";

/** The query of a call, as `&name=value&...`; empty when no parameter is given. */
export function queryOf({ query = [] }: Operation, params: Params): string {
  let result = "";
  for (const entry of query) {
    if (typeof entry !== "string") result += entry.style(params, entry);
    // A name such as `constructor` must find nothing inherited.
    else if (Object.hasOwn(params, entry)) result += form(entry, params[entry]);
  }
  return result;
}

/**
 * Style `form`, exploded: `&a=1&a=2` for a list, `&x=1&y=2` for an object
 * (OpenAPI "Style Values", RFC 6570 section 3.2.9), nothing for null and undefined.
 *
 * `name` is as it goes into the URL, already percent-encoded.
 */
export function form(name: string, value: unknown): string {
  if (value == null) return "";
  if (typeof value !== "object")
    return `&${name}=${encodeURIComponent(value as string)}`;
  if (Array.isArray(value))
    return value.map((item) => form(name, item)).join("");
  if (value instanceof Date) return form(name, value.toISOString());
  return Object.entries(value)
    .map(([key, item]) => form(encodeURIComponent(key), item))
    .join("");
}
