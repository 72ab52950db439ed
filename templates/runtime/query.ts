import type { Operation, Params } from "./operation.js";

// Testing takes half as long as encoding.
const plain = /^[\w.-]+$/;

/**
 * The query of a call with its question mark; empty when no parameter is given.
 *
 * A parameter that is only a name has style `form`, exploded: `a=1&a=2` for a list,
 * `x=1&y=2` for an object, nothing for null and undefined (OpenAPI "Style Values",
 * RFC 6570 section 3.2.8).
 */
export function queryOf(operation: Operation, params: Params): string {
  let query = "";
  for (const entry of operation.query ?? []) {
    if (typeof entry !== "string") {
      const fields = entry.style(params, entry);
      if (fields) query += (query ? "&" : "?") + fields;
      // A name such as `constructor` must find nothing inherited.
    } else if (Object.hasOwn(params, entry)) add(entry, params[entry]);
  }
  return query;

  function add(name: string, value: unknown): void {
    if (value === null || value === undefined) return;
    if (value instanceof Date) value = value.toISOString();
    if (Array.isArray(value)) {
      for (const item of value) add(name, item);
    } else if (typeof value === "object") {
      for (const key in value) {
        add(encodeURIComponent(key), (value as Params)[key]);
      }
    } else {
      query += (query ? "&" : "?") + name + "=";
      query += plain.test(value as string)
        ? value
        : encodeURIComponent(value as string);
    }
  }
}
