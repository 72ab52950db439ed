/** The methods that a Path Item Object has members for (OpenAPI 3.2, section 4.9; `query` is new there). */
export const PATH_ITEM_METHODS: ReadonlySet<string> = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
]);
