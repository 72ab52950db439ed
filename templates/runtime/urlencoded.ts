import { setBody } from "./body.js";
import type { Operation, WriteRequest } from "./operation.js";
import { text } from "./values.js";

/**
 * `application/x-www-form-urlencoded`: `a=1&a=2` for lists, objects as JSON, unless
 * the operation gives a property another style (OpenAPI "Encoding Object").
 */
export const urlencodedBody: WriteRequest = (request, { body }) => {
  setBody(
    request,
    body === undefined ? undefined : urlencoded(body, request.operation.parts),
    "application/x-www-form-urlencoded",
  );
};

/** The fields of an object as a form or, in OpenAPI 3.2, a query string. */
export function urlencoded(
  fields: unknown,
  parts: Operation["parts"] = {},
): string {
  const members = Object(fields) as Record<string, unknown>;
  const written = Object.entries(members).flatMap(([name, value]) => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    return part?.style
      ? part.style(members, { ...part, name, style: part.style })
      : field(name, value);
  });
  return written.filter(Boolean).join("&");
}

function field(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((it) => field(name, it));
  return [`${encode(name)}=${encode(text(value))}`];
}

function encode(value: string): string {
  return encodeURIComponent(value).replace(/%20/g, "+");
}
