import { setHeader } from "./headers.js";
import type { WriteRequest } from "./operation.js";

/** Sends the caller's idempotency key, or a new random one that all attempts of the call share. */
export const writeIdempotencyKey: WriteRequest = (request, _, options) => {
  setHeader(
    request,
    request.operation.idempotencyKey!,
    options.idempotencyKey ?? crypto.randomUUID(),
  );
};
