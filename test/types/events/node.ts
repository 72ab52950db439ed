/** The handler fits node:http and what Express declares, without either being imported by the SDK. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { handleEvents, toNodeHandler } from "../sdk/webhooks.js";

const handler = toNodeHandler(handleEvents({ on: {}, fallback: () => {} }), { secret: "whsec_a" });
createServer(handler);

/** Express's own: what it adds to node's, as far as it could be in the way. */
interface ExpressRequest extends IncomingMessage {
  body: unknown;
}
interface ExpressResponse extends ServerResponse {
  locals: Record<string, unknown>;
}
type RequestHandler = (
  request: ExpressRequest,
  response: ExpressResponse,
  next: (error?: unknown) => void,
) => void | Promise<void>;
export const route: RequestHandler = handler;
