/* Receiving events: with what every runtime has, and from the servers of those that have one. */
import {
  handleEvents,
  parseEvent,
  signWebhook,
  toFetchHandler,
  toNodeHandler,
  verifyWebhook,
  type WebhookVerificationError,
} from "../../generated/src/webhooks.js";
import { type Checks, rejection, same, type Servers } from "./check.ts";
import { serversHere } from "./event-servers.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const older = "whsec_c29tZSBvbGRlciBzZWNyZXQgb2YgdGhlIEFQSQ==";
const address = "http://localhost/events";

function eventOf(id: string): object {
  const data = { id: "cred_1", object: "credential" };
  const created_at = "2026-01-02T03:04:05Z";
  return { id, object: "event", type: "credential.verified", data, created_at };
}

async function requestOf(id: string, change: RequestInit = {}): Promise<Request> {
  return new Request(address, { ...(await signWebhook(eventOf(id), { secret })), ...change });
}

const events = handleEvents({ on: { "credential.verified": () => {} }, fallback: () => {} });
const options = { secret, onError: () => {} };

/** Answers a delivery: for runtimes whose server is started from outside. */
export const receiveEvent: (request: Request) => Promise<Response> = toFetchHandler(
  events,
  options,
);

/** Those that every runtime can run, and those over HTTP where this one has a server. */
export async function eventChecks({ receiver }: Servers): Promise<Checks> {
  const checks = { ...everywhere };
  const servers = await serversHere({ fetch: receiveEvent, node: toNodeHandler(events, options) });
  for (const [name, start] of Object.entries(servers)) {
    checks[`deliveries arrive through ${name}`] = async () => {
      const { url, close } = await start();
      await deliver(url).finally(close);
    };
  }
  if (receiver !== undefined)
    checks["deliveries arrive through its own server"] = () => deliver(receiver);
  return checks;
}

/** Sends an event, the same again, one that somebody changed, and none. */
async function deliver(url: string): Promise<void> {
  const signed = await signWebhook(eventOf(`evt_${Math.random()}`), { secret });
  const changed = { ...signed, body: signed.body.replace("verified", "invalid") };
  const answers: unknown[] = [];
  for (const init of [signed, signed, changed, { method: "GET" }]) {
    const response = await fetch(url, init);
    answers.push([response.status, ((await response.json()) as { reason: string }).reason]);
  }
  same(answers, [
    [200, "handled"],
    [200, "duplicate"],
    [401, "signature-mismatch"],
    [405, "not-a-post"],
  ]);
}

const everywhere: Checks = {
  async "a signed delivery is its event"() {
    const event = await verifyWebhook(await requestOf("evt_1"), { secret: [older, secret] });
    same([event.id, event.type], ["evt_1", "credential.verified"]);
  },

  async "what is not authentic says why"() {
    const codes: string[] = [];
    const refuse = async (request: Request): Promise<void> => {
      const error = await rejection(verifyWebhook(request, { secret }));
      codes.push((error as WebhookVerificationError).code);
    };
    await refuse(await requestOf("evt_1", { body: "{}" }));
    await refuse(await requestOf("evt_1", { headers: {} }));
    const early = { secret, timestamp: new Date(Date.now() - 600_000) };
    await refuse(new Request(address, await signWebhook(eventOf("evt_1"), early)));
    same(codes, ["signature-mismatch", "missing-header", "timestamp-too-old"]);
  },

  async "an event is read from bytes, and from a message around it"() {
    const text = JSON.stringify(eventOf("evt_2"));
    const bytes = parseEvent(new TextEncoder().encode(text));
    const message = parseEvent({ messageId: "m", body: text, eventSource: "aws:sqs" });
    same([bytes.id, message.id], ["evt_2", "evt_2"]);
  },

  async "a body in pieces is put together, up to a limit"() {
    const signed = await signWebhook(eventOf("evt_3"), { secret });
    const statuses: number[] = [];
    for (const maxBytes of [signed.body.length, signed.body.length - 1]) {
      const receive = toFetchHandler(events, { ...options, maxBytes });
      const init = { ...signed, body: inPieces(signed.body), duplex: "half" };
      statuses.push((await receive(new Request(address, init))).status);
    }
    same(statuses, [200, 413]);
  },

  async "handlers that take long go on behind the answer"() {
    let finish = (): void => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const slow = handleEvents({ on: {}, fallback: () => finished });
    let work: Promise<unknown> | undefined;
    const waitUntil = (promise: Promise<unknown>): void => {
      work = promise;
    };
    const receive = toFetchHandler(slow, { secret, answerWithin: 0, waitUntil });
    const { status } = await receive(await requestOf("evt_4"));
    finish();
    same([status, await work], [202, { status: 200, reason: "handled" }]);
  },
};

function inPieces(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += 16)));
    },
  });
}
