import { text } from "./values.js";

/** A text that is a whole query string (OpenAPI 3.2): `$.a[1]` as `%24.a%5B1%5D`. */
export function textInUrl(value: unknown): string {
  return encodeURIComponent(text(value));
}
