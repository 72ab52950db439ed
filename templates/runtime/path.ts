import type { Params, PathParameter, WriteRequest } from "./operation.js";
import { encodeReserved, given, isRecord, items } from "./values.js";

/**
 * Replaces each `{name}` of the path by its parameter, percent-encoded.
 *
 * @throws TypeError when a parameter is absent or empty, or when a segment would
 * be `.` or `..`, which URL parsers resolve even when they are percent-encoded
 * (WHATWG URL, "double-dot URL path segment"): another resource would be called.
 */
export const fillPath: WriteRequest = (request, params) => {
  const { operation } = request;
  const path = operation.path.replace(/{([^{}]+)}/g, (_, name: string) => {
    const parameter = operation.pathParameters?.find(
      (it) => it.name === name,
    ) ?? { name };
    const filled = fill(parameter, params);
    if (filled === "") {
      throw new TypeError(`Path parameter ${name} is missing or empty`);
    }
    return filled;
  });
  // `%252e` too: some servers decode twice.
  if (/(^|\/)(\.|%(25)*2e){1,2}(\/|$)/i.test(path)) {
    throw new TypeError(`A segment of ${operation.path} would be "." or ".."`);
  }
  request.url = request.url.replace(operation.path, () => path);
};

function fill(parameter: PathParameter, params: Params): string {
  const value = given(params, parameter);
  if (value === undefined || value === null) return "";
  return (parameter.style ?? simplePath)(value, parameter);
}

/** Style `simple` (the default): `1,2`, `x,1,y,2`, exploded `x=1,y=2`. */
export function simplePath(value: unknown, parameter: PathParameter): string {
  return segments(value, parameter).join(",");
}

/** Style `label`: `.1,2`, `.x,1,y,2`, exploded `.1.2`, `.x=1.y=2`. */
export function labelPath(value: unknown, parameter: PathParameter): string {
  return "." + segments(value, parameter).join(parameter.explode ? "." : ",");
}

/** Style `matrix`: `;a=1,2`, `;a=x,1,y,2`, exploded `;a=1;a=2`, `;x=1;y=2`. */
export function matrixPath(value: unknown, parameter: PathParameter): string {
  const name = encodeURIComponent(parameter.name);
  const parts = segments(value, parameter);
  if (!parameter.explode) return pair(name, parts.join(","));
  return parts
    .map((part) => (isRecord(value) ? `;${part}` : pair(name, part)))
    .join("");
}

function pair(name: string, value: string): string {
  return value === "" ? `;${name}` : `;${name}=${value}`;
}

function segments(value: unknown, parameter: PathParameter): string[] {
  const { explode = false, allowReserved } = parameter;
  return items(
    value,
    explode,
    allowReserved
      ? (text) => encodeReserved(text, /[!$&'()*+,;=:@]/)
      : encodeURIComponent,
  );
}
