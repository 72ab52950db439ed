import type { Params, QueryParameter, WriteRequest } from "./operation.js";
import { encodeReserved, given, isRecord, items, text } from "./values.js";

/*
 * Each style gives `name=value&...`, or nothing for an absent parameter (OpenAPI
 * "Style Values" and "Style Examples").
 */

/** Puts the query parameters on the request that are more than a name with plain values. */
export const writeQuery: WriteRequest = (request, params) => {
  for (const parameter of request.operation.styledQuery ?? []) {
    const fields = parameter.style(params, parameter);
    if (fields) request.url += (request.url.includes("?") ? "&" : "?") + fields;
  }
};

/** Style `form`, exploded: `a=1&a=2`, `x=1&y=2`. For objects, odd names and keys, and `allowReserved`. */
export function repeated(params: Params, parameter: QueryParameter): string {
  const value = given(params, parameter);
  if (value === undefined || value === null) return "";
  const parts = items(value, true, encoder(parameter));
  const fields = isRecord(value)
    ? parts
    : parts.map((part) => field(parameter, part));
  return fields.join("&");
}

/** Style `form`, not exploded: `a=1,2`, `a=x,1,y,2`. */
export function commaSeparated(
  params: Params,
  parameter: QueryParameter,
): string {
  return separated(params, parameter, ",");
}

/** Style `spaceDelimited`: `a=1%202`. */
export function spaceSeparated(
  params: Params,
  parameter: QueryParameter,
): string {
  return separated(params, parameter, "%20");
}

/** Style `pipeDelimited`: `a=1%7C2`. */
export function pipeSeparated(
  params: Params,
  parameter: QueryParameter,
): string {
  return separated(params, parameter, "%7C");
}

/** `collectionFormat: tsv`, which documents of version 2.0 can have: `a=1%092`. */
export function tabSeparated(
  params: Params,
  parameter: QueryParameter,
): string {
  return separated(params, parameter, "%09");
}

/**
 * Style `deepObject`: `a[x]=1&a[y]=2`, with the brackets encoded. Deeper objects and
 * lists, which OpenAPI leaves open, go on in the same way: `a[x][0][y]=1`, as Stripe,
 * PHP and Node's `qs` read it.
 */
export function deepObject(params: Params, parameter: QueryParameter): string {
  const encode = encoder(parameter);
  const name = encodeURIComponent(parameter.name);
  return deep(name, given(params, parameter)).join("&");

  function deep(path: string, value: unknown): string[] {
    if (value === undefined || value === null) return [];
    if (!isRecord(value) && !Array.isArray(value)) {
      return [`${path}=${encode(text(value))}`];
    }
    return Object.entries(value).flatMap(([key, it]) =>
      deep(`${path}%5B${encodeURIComponent(key)}%5D`, it),
    );
  }
}

/** A parameter with `content: application/json`: `a=%7B%22x%22%3A1%7D`. */
export function jsonContent(params: Params, parameter: QueryParameter): string {
  const value = given(params, parameter);
  if (value === undefined) return "";
  return field(parameter, encoder(parameter)(JSON.stringify(value)));
}

function separated(
  params: Params,
  parameter: QueryParameter,
  separator: string,
): string {
  const value = given(params, parameter);
  if (value === undefined || value === null) return "";
  const parts = items(value, false, encoder(parameter));
  return parts.length === 0 ? "" : field(parameter, parts.join(separator));
}

function field({ name }: QueryParameter, encoded: string): string {
  return `${encodeURIComponent(name)}=${encoded}`;
}

function encoder({ allowReserved }: QueryParameter): (text: string) => string {
  return allowReserved
    ? (it) => encodeReserved(it, /[:/?@!$'()*,;=]/)
    : encodeURIComponent;
}
