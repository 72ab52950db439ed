import type { EventDispatcher } from "./handle.js";
import { BodyCollector, checkLength, MAX_BYTES } from "./limit.js";
import {
  type Answer,
  receive,
  type ReceiveOptions,
  refuse,
} from "./receive.js";

/**
 * Receives webhooks where requests are fetch's: workers, Deno, Bun, Hono,
 * Next.js routes. It answers
 *
 * - 200 when the event is handled, or was handled before;
 * - 202 when the handlers take longer than `answerWithin`;
 * - 400 for what is no delivery or no event, 401 for what is not authentic,
 *   405 for other methods than POST, 413 for a body over `maxBytes`;
 * - 500 when a handler failed, so that the sender delivers again.
 */
export function toFetchHandler<Event>(
  events: EventDispatcher<Event>,
  options: ReceiveOptions,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "POST") return methodNotAllowed();
    try {
      return responseTo(await receiveRequest(events, request, options));
    } catch (error) {
      return responseTo(refuse(error, options));
    }
  };
}

async function receiveRequest<Event>(
  events: EventDispatcher<Event>,
  request: Request,
  options: ReceiveOptions,
): Promise<Answer> {
  // `receive` explains what to do about a body that was read before.
  if (request.bodyUsed) return receive(events, request, options);
  const body = await readBytes(request, options.maxBytes ?? MAX_BYTES);
  return receive(events, { headers: request.headers, body }, options);
}

async function readBytes(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array> {
  checkLength(Number(request.headers.get("content-length")), maxBytes);
  const collector = new BodyCollector(maxBytes);
  const reader = request.body?.getReader();
  try {
    for (;;) {
      const chunk = await reader?.read();
      if (chunk?.value === undefined) return collector.bytes();
      collector.add(chunk.value);
    }
  } catch (error) {
    await reader?.cancel().catch(() => undefined);
    throw error;
  }
}

function responseTo({ status, reason }: Answer): Response {
  return Response.json({ reason }, { status });
}

function methodNotAllowed(): Response {
  const headers = { allow: "POST" };
  return Response.json({ reason: "not-a-post" }, { status: 405, headers });
}
