import type { Settings } from "./client.js";
import { setHeader } from "./headers.js";
import type {
  CallOptions,
  Operation,
  OutgoingRequest,
  Params,
} from "./operation.js";

/** The request of a call: what its operation says, its parameters, its headers. */
export function prepare(
  settings: Settings,
  operation: Operation,
  params: Params,
  options: CallOptions,
): OutgoingRequest {
  const { write = [], query = [], baseUrl = settings.baseUrl } = operation;
  let url = baseUrl + operation.path;
  let separator = "?";
  for (const name of query) {
    // A name such as `constructor` must find nothing inherited.
    if (!Object.hasOwn(params, name)) continue;
    const value = params[name];
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    // Style `form`, exploded: `a=1&a=2` for a list (OpenAPI "Style Values").
    for (const item of items) {
      if (item === undefined || item === null) continue;
      const text = (item as Partial<Date>).toISOString?.() ?? `${item}`;
      // Testing takes half as long as encoding.
      const plain = !/[^\w.-]/.test(text);
      url += separator + name + "=" + (plain ? text : encodeURIComponent(text));
      separator = "&";
    }
  }
  const request: OutgoingRequest = {
    url,
    method: operation.method,
    headers: { accept: operation.accept ?? "application/json" },
    operation,
    attempt: 1,
    signal: null,
  };
  for (const put of write) put(request, params, options);
  const headers = { ...settings.headers, ...options.headers };
  for (const name in headers) setHeader(request, name, headers[name]);
  return request;
}
