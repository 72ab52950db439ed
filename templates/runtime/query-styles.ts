import type { Params, QueryParameter } from "./operation.js";
import { encodeReserved, given, isRecord, items, text } from "./values.js";

/*
 * Query styles other than the plain name, which is `form`, exploded. Each gives
 * `&name=value...` or nothing (OpenAPI "Style Values" and "Style Examples").
 */

/** Style `form`, exploded, for a parameter that a name alone does not describe: `a=1&a=2`, `x=1&y=2`. */
export function repeated(params: Params, parameter: QueryParameter): string {
  const value = given(params, parameter);
  const encode = encoder(parameter);
  return isRecord(value)
    ? items(value, true, encode)
        .map((part) => `&${part}`)
        .join("")
    : value == null
      ? ""
      : items(value, false, encode)
          .map((part) => `&${encodeURIComponent(parameter.name)}=${part}`)
          .join("");
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

/** Style `tabDelimited`, which some documents of version 2.0 use: `a=1%092`. */
export function tabSeparated(
  params: Params,
  parameter: QueryParameter,
): string {
  return separated(params, parameter, "%09");
}

/**
 * Style `deepObject`: `a[x]=1&a[y]=2`, with the brackets encoded. Deeper objects,
 * which OpenAPI leaves open, go on in the same way and lists repeat their name.
 */
export function deepObject(params: Params, parameter: QueryParameter): string {
  const encode = encoder(parameter);
  return deep(encodeURIComponent(parameter.name), given(params, parameter));

  function deep(name: string, value: unknown): string {
    if (value == null) return "";
    if (Array.isArray(value)) return value.map((it) => deep(name, it)).join("");
    if (!isRecord(value)) return `&${name}=${encode(text(value))}`;
    return Object.entries(value)
      .map(([key, it]) => deep(`${name}%5B${encodeURIComponent(key)}%5D`, it))
      .join("");
  }
}

/** A parameter with `content: application/json`: `a=%7B%22x%22%3A1%7D`. */
export function jsonContent(params: Params, parameter: QueryParameter): string {
  const value = given(params, parameter);
  if (value === undefined) return "";
  return `&${encodeURIComponent(parameter.name)}=${encoder(parameter)(JSON.stringify(value))}`;
}

function separated(
  params: Params,
  parameter: QueryParameter,
  separator: string,
): string {
  const value = given(params, parameter);
  if (value == null) return "";
  const parts = items(value, false, encoder(parameter));
  if (parts.length === 0) return "";
  return `&${encodeURIComponent(parameter.name)}=${parts.join(separator)}`;
}

function encoder({ allowReserved }: QueryParameter): (text: string) => string {
  return allowReserved
    ? (it) => encodeReserved(it, /[:/?@!$'()*,;=]/)
    : encodeURIComponent;
}
