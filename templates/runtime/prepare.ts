import { type HeaderOptions, setHeader } from "./headers.js";
import type { CallOptions, OutgoingRequest, Params } from "./operation.js";

// Testing takes half as long as encoding.
const plain = /^[\w.-]+$/;

/** Writes a call on its request: what its operation says, its query, its headers. */
export function prepare(
  request: OutgoingRequest,
  params: Params,
  options: CallOptions,
  usual: HeaderOptions | undefined,
): void {
  const { write = [], query = [] } = request.operation;
  let separator = "?";
  for (const name of query) {
    // A name such as `constructor` must find nothing inherited.
    if (Object.hasOwn(params, name)) add(name, params[name]);
  }
  for (const put of write) put(request, params, options);
  const headers = { ...usual, ...options.headers };
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined) delete request.headers[name.toLowerCase()];
    else setHeader(request, name, value);
  }

  /** Style `form`, exploded: `a=1&a=2` for a list (OpenAPI "Style Values"). */
  function add(name: string, value: unknown): void {
    if (Array.isArray(value)) {
      for (const item of value) add(name, item);
    } else if (value !== undefined && value !== null) {
      const text = value instanceof Date ? value.toISOString() : `${value}`;
      request.url += separator + name + "=";
      request.url += plain.test(text) ? text : encodeURIComponent(text);
      separator = "&";
    }
  }
}
