import type { Settings } from "./client.js";
import { setHeader } from "./headers.js";
import type {
  CallOptions,
  Operation,
  OutgoingRequest,
  Params,
} from "./operation.js";

// Testing takes half as long as encoding.
const plain = /^[\w.-]+$/;

/** The request of a call: what its operation says, its parameters, its headers. */
export function prepare(
  settings: Settings,
  operation: Operation,
  params: Params,
  options: CallOptions,
): OutgoingRequest {
  const { write = [], query = [], baseUrl = settings.baseUrl } = operation;
  const request: OutgoingRequest = {
    url: baseUrl + operation.path,
    method: operation.method,
    headers: { accept: operation.accept ?? "application/json" },
    operation,
    attempt: 1,
    signal: null,
  };
  let separator = "?";
  for (const name of query) {
    // A name such as `constructor` must find nothing inherited.
    if (Object.hasOwn(params, name)) add(name, params[name]);
  }
  for (const put of write) put(request, params, options);
  const headers = { ...settings.headers, ...options.headers };
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined) delete request.headers[name.toLowerCase()];
    else setHeader(request, name, value);
  }
  return request;

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
