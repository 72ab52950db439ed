import type { Settings } from "./client.js";
import { setHeader } from "./headers.js";
import type {
  CallOptions,
  Operation,
  OutgoingRequest,
  Params,
} from "./operation.js";
import { queryOf } from "./query.js";

/** The request of a call, but for credentials. */
export function buildRequest(
  settings: Settings,
  operation: Operation,
  params: Params,
  options: CallOptions,
): OutgoingRequest {
  const request: OutgoingRequest = {
    url: operation.url ?? urlOf(settings, operation, params),
    method: operation.method,
    headers: { accept: operation.accept ?? "application/json" },
    body: null,
    signal: null,
    redirect: "follow",
    operation,
    attempt: 1,
    refresh: false,
  };
  for (const write of operation.write ?? []) write(request, params, options);
  const headers = { ...settings.headers, ...options.headers };
  for (const name in headers) setHeader(request.headers, name, headers[name]);
  return request;
}

function urlOf(
  settings: Settings,
  operation: Operation,
  params: Params,
): string {
  const path = operation.fill?.(operation, params) ?? operation.path;
  const query = queryOf(operation, params);
  return (
    (operation.baseUrl ?? settings.baseUrl) +
    path +
    (path.includes("?") ? query : query.replace("&", "?"))
  );
}
