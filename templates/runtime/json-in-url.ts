/** JSON as part of a URL: a path parameter with `content`, or a whole query string (OpenAPI 3.2). */
export function jsonInUrl(value: unknown): string {
  return encodeURIComponent(JSON.stringify(value));
}
