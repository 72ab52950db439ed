import { describe, expect, test } from "vitest";
import { signWebhook } from "../../templates/runtime/events/sign.js";
import { verifyDelivery, type VerifyOptions } from "../../templates/runtime/events/verify.js";
import type { WebhookDelivery } from "../../templates/runtime/events/delivery.js";
import { event, format, otherSecret, secret, type TestEvent } from "./format.ts";

const signedAt = new Date("2025-01-15T09:30:00Z");
const seconds = signedAt.getTime() / 1000;
const options: VerifyOptions = { secret, now: () => signedAt.getTime() };

const verify = (delivery: WebhookDelivery, more: Partial<VerifyOptions> = {}): Promise<TestEvent> =>
  verifyDelivery<TestEvent>(format, delivery, { ...options, ...more });

const signed = async (changes: Record<string, string> = {}) => {
  const delivery = await signWebhook(event(), { secret, id: "msg_1", timestamp: signedAt });
  return { ...delivery, headers: { ...delivery.headers, ...changes } };
};

test("gives the event of a delivery signed with the secret", async () => {
  expect(await verify(await signed())).toEqual(event());
});

describe("the published example of Standard Webhooks", () => {
  const body = '{"test": 2432232314}';
  const example = {
    body,
    headers: {
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    },
  };
  const now = (): number => 1614265330_000;

  test("signs to the same signature", async () => {
    const timestamp = new Date(now());
    const delivery = await signWebhook(body, {
      secret,
      timestamp,
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    });
    expect(delivery.headers).toEqual({ "content-type": "application/json", ...example.headers });
  });

  test("verifies", async () => {
    const any = { type: "test", members: [], types: [] };
    expect(await verifyDelivery(any, example, { secret, now })).toEqual({ test: 2432232314 });
  });

  test("verifies when it is authentic and no event, and says the latter", async () => {
    await expect(verify(example, { now })).rejects.toMatchObject({
      code: "not-an-event",
      message: "This is not an event. Its `id` is missing.",
    });
  });
});

describe("what can be given", () => {
  test("a fetch Request", async () => {
    const request = new Request("https://example.com", await signed());
    expect(await verify(request)).toEqual(event());
  });

  test.each([
    ["text", (body: string) => body],
    ["a Buffer", (body: string) => Buffer.from(body)],
    ["an ArrayBuffer", (body: string) => new TextEncoder().encode(body).buffer],
    [
      "a view into a larger buffer",
      (body: string) => new TextEncoder().encode(`xx${body}`).subarray(2),
    ],
    ["a DataView", (body: string) => new DataView(new TextEncoder().encode(body).buffer)],
  ])("the body as %s", async (_, as) => {
    const { headers, body } = await signed();
    expect(await verify({ headers, body: as(body) })).toEqual(event());
  });

  test("headers as a Headers object", async () => {
    const { headers, body } = await signed();
    expect(await verify({ headers: new Headers(headers), body })).toEqual(event());
  });

  test("header names in any case", async () => {
    const { headers, body } = await signed();
    const shouted = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    expect(await verify({ headers: shouted, body })).toEqual(event());
  });

  test("headers as lists", async () => {
    const { headers, body } = await signed();
    const lists = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    );
    expect(await verify({ headers: lists, body })).toEqual(event());
  });

  test("a secret without its prefix, or as bytes", async () => {
    const bare = secret.slice("whsec_".length);
    expect(await verify(await signed(), { secret: bare })).toEqual(event());
    expect(await verify(await signed(), { secret: Buffer.from(bare, "base64") })).toEqual(event());
  });
});

describe("rotation", () => {
  test("accepts what any of the secrets signed", async () => {
    expect(await verify(await signed(), { secret: [otherSecret, secret] })).toEqual(event());
  });

  test("accepts when any of the signatures matches", async () => {
    const signature = (await signed()).headers["webhook-signature"] ?? "";
    const header = `v1a,abc v1,bm9wZQ== v2,${signature.slice(3)} ${signature}`;
    expect(await verify(await signed({ "webhook-signature": header }))).toEqual(event());
  });

  test("signs with every secret", async () => {
    const delivery = await signWebhook(event(), {
      secret: [secret, otherSecret],
      timestamp: signedAt,
    });
    expect(await verify(delivery)).toEqual(event());
    expect(await verify(delivery, { secret: otherSecret })).toEqual(event());
  });
});

describe("the timestamp", () => {
  test.each([
    [300, 300, undefined],
    [301, 300, "timestamp-too-old"],
    [-300, 300, undefined],
    [-301, 300, "timestamp-too-new"],
    [11, 10, "timestamp-too-old"],
    [1e9, Infinity, undefined],
  ])("%d s old with a tolerance of %d: %s", async (age, tolerance, code) => {
    const now = (): number => signedAt.getTime() + age * 1000;
    const result = verify(await signed(), tolerance === 300 ? { now } : { now, tolerance });
    if (code === undefined) expect(await result).toEqual(event());
    else await expect(result).rejects.toMatchObject({ name: "WebhookVerificationError", code });
  });

  test.each(["soon", "1e9", "-1", " 1", "1.5", "0x10", "1736933400x"])(
    "refuses %j",
    async (timestamp) => {
      const result = verify(await signed({ "webhook-timestamp": timestamp }));
      await expect(result).rejects.toMatchObject({ code: "invalid-timestamp" });
    },
  );
});

describe("refuses", () => {
  test.each(["webhook-id", "webhook-timestamp", "webhook-signature"])(
    "a delivery without %s",
    async (name) => {
      const result = verify(await signed({ [name]: "" }));
      await expect(result).rejects.toMatchObject({
        code: "missing-header",
        message: expect.stringContaining(name),
      });
    },
  );

  test("a changed body", async () => {
    const { headers, body } = await signed();
    const result = verify({ headers, body: body.replace("cred_1", "cred_2") });
    await expect(result).rejects.toMatchObject({ code: "signature-mismatch" });
  });

  test("another id or timestamp than was signed", async () => {
    const id = verify(await signed({ "webhook-id": "msg_2" }));
    await expect(id).rejects.toMatchObject({ code: "signature-mismatch" });
    const timestamp = verify(await signed({ "webhook-timestamp": String(seconds + 1) }));
    await expect(timestamp).rejects.toMatchObject({ code: "signature-mismatch" });
  });

  test("another secret", async () => {
    const result = verify(await signed(), { secret: otherSecret });
    await expect(result).rejects.toMatchObject({ code: "signature-mismatch" });
  });

  test("signatures of other versions only", async () => {
    const result = verify(await signed({ "webhook-signature": "v1a,abc v2,def" }));
    await expect(result).rejects.toMatchObject({ code: "unsupported-signature" });
  });

  test.each([
    ["an empty one", ""],
    ["a bare prefix", "whsec_"],
    ["one that is not base64", "whsec_***"],
    ["none", []],
    ["one that is not set", undefined as never],
  ])("to work with a broken secret: %s", async (_, broken) => {
    await expect(verify(await signed(), { secret: broken })).rejects.toMatchObject({
      code: "invalid-secret",
    });
  });

  test("a body that was parsed already, and explains", async () => {
    const { headers, body } = await signed();
    const result = verify({ headers, body: JSON.parse(body) });
    await expect(result).rejects.toMatchObject({
      code: "body-parsed",
      message: expect.stringContaining("express.raw"),
    });
  });

  test("a request whose body was read, and explains", async () => {
    const request = new Request("https://example.com", await signed());
    await request.text();
    await expect(verify(request)).rejects.toMatchObject({
      code: "body-consumed",
      message: expect.stringContaining("await request.text()"),
    });
  });

  test.each([undefined, null, new ReadableStream()])(
    "a delivery without a body: %s",
    async (body) => {
      const { headers } = await signed();
      await expect(verify({ headers, body: body as never })).rejects.toMatchObject({
        code: "body-missing",
      });
    },
  );

  test("an authentic body that is not JSON", async () => {
    const delivery = await signWebhook("hello", { secret, timestamp: signedAt });
    await expect(verify(delivery)).rejects.toMatchObject({
      name: "EventParseError",
      code: "not-json",
    });
  });

  test("an authentic body that is not UTF-8", async () => {
    const body = Buffer.from([0x22, 0xff, 0x22]);
    const { signatureOf } = await import("../../templates/runtime/events/signature.js");
    const head = { id: "msg_1", timestamp: String(seconds) };
    const headers = {
      "webhook-id": head.id,
      "webhook-timestamp": head.timestamp,
      "webhook-signature": await signatureOf(secret, head, body),
    };
    await expect(verify({ headers, body })).rejects.toMatchObject({ code: "not-json" });
  });

  test("to say a secret in an error", async () => {
    const error: unknown = await verify(await signed(), { secret: otherSecret }).catch(
      (caught: unknown) => caught,
    );
    expect(String((error as Error).stack)).not.toContain(otherSecret.slice(6));
  });
});

test("a signature header that came twice is two signatures", async () => {
  const { headers, body } = await signed();
  const joined = new Headers(headers);
  joined.append("webhook-signature", "v1,AAAA");
  expect(await verify({ headers: joined, body })).toEqual(event());
});

test("a tolerance or a clock that is no number lets nothing pass", async () => {
  await expect(verify(await signed(), { tolerance: Number.NaN })).rejects.toMatchObject({
    name: "WebhookVerificationError",
  });
  await expect(verify(await signed(), { now: () => Number.NaN })).rejects.toMatchObject({
    name: "WebhookVerificationError",
  });
});

test("one of several secrets that is not set is refused as such", async () => {
  const secrets = [secret, undefined] as never;
  await expect(verify(await signed(), { secret: secrets })).rejects.toMatchObject({
    code: "invalid-secret",
  });
});
