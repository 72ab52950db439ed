import { setHeader } from "./headers.js";
import type {
  OutgoingRequest,
  RequestBody,
  WriteRequest,
} from "./operation.js";

/** JSON (RFC 8259). */
export const jsonBody: WriteRequest = (request, { body }) => {
  setBody(request, JSON.stringify(body), "application/json");
};

/** Text as it is. */
export const textBody: WriteRequest = (request, { body }) => {
  setBody(request, body as string | undefined, "text/plain;charset=UTF-8");
};

/** Bytes as they are: anything that `fetch` takes. A stream is sent while it is read, and only once. */
export const rawBody: WriteRequest = (request, { body }) => {
  const type = body instanceof Blob && body.type;
  setBody(
    request,
    body as RequestBody | undefined,
    type || "application/octet-stream",
  );
};

/**
 * Encodes as `params.contentType` says; the first possibility is the default.
 *
 * @throws TypeError for a type that the operation does not take.
 */
export const chosenBody: WriteRequest = (request, params, options) => {
  const { operation } = request;
  const { bodies = {} } = operation;
  const types = Object.keys(bodies);
  const contentType = String(params["contentType"] ?? types[0]);
  const type = types.find((it) => matches(it, contentType));
  if (type === undefined) {
    throw new TypeError(`${operation.name} takes no body of ${contentType}`);
  }
  const draft = { ...request, operation: { ...operation, contentType } };
  bodies[type]!(draft, params, options);
  Object.assign(request, { ...draft, operation });
};

/** Puts a body, if there is one, on the request: of the operation's media type or else of `type`. */
export function setBody(
  request: OutgoingRequest,
  body: RequestBody | undefined,
  type: string,
): void {
  if (body === undefined) return;
  const { contentType = type } = request.operation;
  const known = contentType.includes("*") ? type : contentType;
  setHeader(request, "content-type", known);
  request.body = body;
  // `fetch` demands it for streams.
  if (body instanceof ReadableStream) request.duplex = "half";
}

/** Whether a media type falls under another, which may be a range: `image/*`. */
export function matches(range: string, type: string): boolean {
  const [head = ""] = range.split("*");
  return range.includes("*")
    ? type.startsWith(head)
    : type.toLowerCase() === range.toLowerCase();
}
