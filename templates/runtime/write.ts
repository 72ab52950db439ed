import { setHeader } from "./headers.js";
import type { OutgoingRequest, Parameter, WriteRequest } from "./operation.js";
import { given, isRecord, items } from "./values.js";

/** Puts header parameters on the request, style `simple`: `1,2`, `x,1,y,2`, exploded `x=1,y=2`. */
export const writeHeaders: WriteRequest = (request, params) => {
  for (const entry of request.operation.headers ?? []) {
    const parameter = named(entry);
    const value = given(params, parameter);
    if (value === undefined || value === null) continue;
    const { name, json, explode = false } = parameter;
    const written = json
      ? JSON.stringify(value)
      : items(value, explode, (text) => text).join(",");
    setHeader(request, name, written);
  }
};

/**
 * Puts cookie parameters on the request, style `form`: exploded, which is the
 * default, `a=1; a=2` and `x=1; y=2`, else `a=1,2`. Browsers do not let a page
 * send cookies of its own making and leave them out.
 */
export const writeCookies: WriteRequest = (request, params) => {
  for (const entry of request.operation.cookies ?? []) {
    const parameter = named(entry);
    const value = given(params, parameter);
    if (value === undefined || value === null) continue;
    for (const cookie of cookies(parameter, value)) {
      addCookie(request, cookie);
    }
  }
};

/** Adds `name=value` to the cookies of a request. */
export function addCookie(request: OutgoingRequest, cookie: string): void {
  const { cookie: others } = request.headers;
  setHeader(request, "cookie", others ? `${others}; ${cookie}` : cookie);
}

/** Writes the parameter that is the query as a whole (OpenAPI 3.2, `in: querystring`). */
export const writeQuerystring: WriteRequest = (request, params) => {
  const { key, encode } = request.operation.querystring!;
  const value = given(params, { name: key });
  if (value !== undefined) request.url += `?${encode(value)}`;
};

function named(entry: string | Parameter): Parameter {
  return typeof entry === "string" ? { name: entry } : entry;
}

/** RFC 6265 section 4.1.1: what a cookie's value may hold. */
function plain(text: string): string {
  return text.replace(/[^\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]/gu, (it) =>
    encodeURIComponent(it),
  );
}

function cookies(parameter: Parameter, value: unknown): string[] {
  const { explode = true } = parameter;
  const name = encodeURIComponent(parameter.name);
  if (parameter.json) {
    return [`${name}=${encodeURIComponent(JSON.stringify(value))}`];
  }
  const parts = items(
    value,
    explode,
    parameter.plain ? plain : encodeURIComponent,
  );
  if (!explode) return [`${name}=${parts.join(",")}`];
  return isRecord(value) ? parts : parts.map((part) => `${name}=${part}`);
}
