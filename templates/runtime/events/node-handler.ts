import { isBytes } from "./bytes.js";
import { headerOf } from "./delivery.js";
import type { EventDispatcher } from "./handle.js";
import { BodyCollector, checkLength, MAX_BYTES } from "./limit.js";
import {
  type Answer,
  receive,
  type ReceiveOptions,
  refuse,
} from "./receive.js";

/** The part of node:http's `IncomingMessage` (and Express's request) in use. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly headers: Readonly<
    Record<string, string | readonly string[] | undefined>
  >;
  readonly readableEnded?: boolean;
  on(event: string, listener: (chunk: Uint8Array) => void): unknown;
  resume(): unknown;
}

/** The part of node:http's `ServerResponse` (and Express's response) in use. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body: string): unknown;
}

/**
 * Receives webhooks in node:http, Express and what is built like them. Answers
 * as `toFetchHandler` does.
 *
 * In Express, put it in front of `express.json()`, or behind `express.raw()`:
 * the signature is over the bytes of the body.
 *
 * @example
 * createServer(toNodeHandler(events, { secret })).listen(3000);
 * app.post("/webhooks", toNodeHandler(events, { secret }));
 */
export function toNodeHandler<Event>(
  events: EventDispatcher<Event>,
  options: ReceiveOptions,
): (request: NodeRequest, response: NodeResponse) => void {
  return (request, response) => {
    if (request.method !== "POST") {
      response.setHeader("allow", "POST");
      answer(request, response, { status: 405, reason: "not-a-post" });
      return;
    }
    void receiveNode(events, request, options).then((result) =>
      answer(request, response, result),
    );
  };
}

/** Never rejects. */
async function receiveNode<Event>(
  events: EventDispatcher<Event>,
  request: NodeRequest,
  options: ReceiveOptions,
): Promise<Answer> {
  try {
    const body = await bodyOfNode(request, options.maxBytes ?? MAX_BYTES);
    return await receive(events, { headers: request.headers, body }, options);
  } catch (error) {
    return refuse(error, options);
  }
}

/**
 * What a body parser left, or the stream itself. `rawBody` is what Google Cloud
 * Functions and Firebase keep beside the parsed body.
 */
async function bodyOfNode(
  request: NodeRequest & {
    readonly body?: unknown;
    readonly rawBody?: unknown;
  },
  maxBytes: number,
): Promise<Uint8Array> {
  const body = request.rawBody ?? request.body;
  const isRead = body !== undefined || request.readableEnded === true;
  if (!isRead) return readStream(request, maxBytes);
  if (isBytes(body)) checkLength(body.byteLength, maxBytes);
  // `receive` explains what is wrong with a body that is no bytes.
  return body as Uint8Array;
}

function readStream(
  request: NodeRequest,
  maxBytes: number,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    checkLength(Number(headerOf(request.headers, "content-length")), maxBytes);
    const collector = new BodyCollector(maxBytes);
    request.on("data", (chunk) => {
      try {
        collector.add(chunk);
      } catch (error) {
        reject(error);
      }
    });
    request.on("end", () => resolve(collector.bytes()));
    request.on("error", reject);
    request.on("close", () => reject(new Error("The sender went away.")));
  });
}

/** Closes the connection where the body was not read to its end. */
function answer(
  request: NodeRequest,
  response: NodeResponse,
  { status, reason }: Answer,
): void {
  response.statusCode = status;
  response.setHeader("content-type", "application/json");
  if (status === 413 || status === 405)
    response.setHeader("connection", "close");
  response.end(JSON.stringify({ reason }));
  request.resume();
}
