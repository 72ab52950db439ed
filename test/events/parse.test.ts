import { describe, expect, test } from "vitest";
import { nameEvent, readEvent, readEvents } from "../../templates/runtime/events/parse.js";
import { event, format, type TestEvent } from "./format.ts";

const parse = (input: unknown): TestEvent => readEvent<TestEvent>(format, input);
const json = JSON.stringify(event());
const bytes = Buffer.from(json);
const base64 = bytes.toString("base64");

const notification = { Type: "Notification", MessageId: "m", TopicArn: "arn", Message: json };
const eventBridge = {
  version: "0",
  id: "e",
  "detail-type": "credential.verified",
  source: "deck",
  time: "2025-01-15T09:30:00Z",
  detail: event(),
};
const pubSubMessage = {
  data: base64,
  messageId: "1",
  attributes: {},
  publishTime: "2025-01-15T09:30:00Z",
};
const pubSubPush = { message: pubSubMessage, subscription: "projects/p/subscriptions/s" };

describe("takes an event from", () => {
  test.each<[string, unknown]>([
    ["its JSON", json],
    ["its bytes behind a byte order mark", Buffer.from(`\uFEFF${json}`)],
    ["its bytes", bytes],
    ["its value", event()],
    ["an SQS message", { MessageId: "m", ReceiptHandle: "r", Body: json }],
    ["the answer of SQS", { Messages: [{ MessageId: "m", Body: json }] }],
    [
      "a Lambda event of SQS",
      { Records: [{ messageId: "m", eventSource: "aws:sqs", body: json }] },
    ],
    ["an SNS notification", notification],
    ["a Lambda event of SNS", { Records: [{ EventSource: "aws:sns", Sns: notification }] }],
    [
      "SNS in SQS in a Lambda event",
      { Records: [{ eventSource: "aws:sqs", body: JSON.stringify(notification) }] },
    ],
    ["a Kinesis record", { SequenceNumber: "1", PartitionKey: "p", Data: bytes }],
    [
      "a Lambda event of Kinesis",
      { Records: [{ eventSource: "aws:kinesis", kinesis: { data: base64 } }] },
    ],
    ["an EventBridge event", eventBridge],
    ["EventBridge in SQS", { Body: JSON.stringify(eventBridge) }],
    ["a Pub/Sub push", pubSubPush],
    ["a Pub/Sub push as text", JSON.stringify(pubSubPush)],
    ["a Pub/Sub message of the client library", { id: "1", attributes: {}, data: bytes }],
    [
      "Pub/Sub as a CloudEvent",
      {
        specversion: "1.0",
        id: "1",
        source: "//pubsub",
        type: "google.cloud.pubsub.topic.v1.messagePublished",
        data: pubSubPush,
      },
    ],
    ["a Service Bus message with a parsed body", { messageId: "m", body: event() }],
    ["a Service Bus message with bytes", { messageId: "m", body: bytes }],
    ["a RabbitMQ message of amqplib", { fields: {}, properties: {}, content: bytes }],
    ["the RabbitMQ management API", [{ payload: json, payload_encoding: "string" }]],
    ["the RabbitMQ management API, in base64", [{ payload: base64, payload_encoding: "base64" }]],
    [
      "a request that Hookdeck stored",
      { id: "evt_h", data: { headers: {}, body: event(), path: "/" } },
    ],
    ["API Gateway", { headers: {}, body: base64, isBase64Encoded: true }],
  ])("%s", (_, input) => {
    expect(parse(input)).toEqual(event());
  });
});

test("gives every event of a batch, in order", () => {
  const records = ["evt_1", "evt_2"].map((id) => ({ body: JSON.stringify(event({ id })) }));
  expect(readEvents<TestEvent>(format, { Records: records }).map(({ id }) => id)).toEqual([
    "evt_1",
    "evt_2",
  ]);
});

test("puts the type in front of a body that does not say it", () => {
  const named = { type: "type", payload: "data", members: [], types: ["newBooking"] };
  expect(nameEvent(named, "newBooking", '{"id":"b1"}')).toEqual({
    type: "newBooking",
    data: { id: "b1" },
  });
  expect(nameEvent(named, "newBooking", { id: "b1" })).toEqual({
    type: "newBooking",
    data: { id: "b1" },
  });
  expect(() => nameEvent(named, "newBooking", "{")).toThrow(
    expect.objectContaining({ code: "not-json" }),
  );
});

test("takes a type it does not know as it is, whatever its payload", () => {
  const unknown = { ...event({ type: "task_run.paused" }), data: null };
  expect(parse(JSON.stringify(unknown))).toEqual(unknown);
});

describe("refuses with a clear error", () => {
  test.each<[string, unknown, string, string]>([
    ["text that is not JSON", "hello", "not-json", "It is not JSON."],
    ["no text", "", "not-json", "It is not JSON."],
    ["nothing", undefined, "not-an-event", "This is not an event. It is nothing, not an object."],
    ["another value", "12", "not-an-event", "This is not an event. It is a number, not an object."],
    ["an empty object", {}, "not-an-event", "This is not an event. Its `id` is missing."],
    ["an empty batch", { Records: [] }, "no-event", "There is no message in it."],
    [
      "several events at once",
      [event(), event()],
      "several-events",
      "There are 2 events in it. Use `parseEvents`.",
    ],
    [
      "an SQS message that holds something else",
      { Body: '{"hello": 1}' },
      "not-an-event",
      "This is not an event. Its `id` is missing.",
    ],
  ])("%s", (_, input, code, message) => {
    expect(() => parse(input)).toThrow(
      expect.objectContaining({ name: "EventParseError", code, message }),
    );
  });

  test.each([
    ["id", 1, "Its `id` is a number, not a string."],
    ["object", null, "Its `object` is null, not a string."],
    ["type", undefined, "Its `type` is missing."],
    ["data", undefined, "Its `data` is missing."],
    ["data", [], "Its `data` is an array, not an object."],
    ["created_at", true, "Its `created_at` is a boolean, not a string."],
  ])("an event whose %s is %s", (name, value, flaw) => {
    expect(() => parse(JSON.stringify({ ...event(), [name]: value }))).toThrow(
      `This is not an event. ${flaw}`,
    );
  });

  test("an S3 notification, and names the object to fetch", () => {
    const record = {
      eventSource: "aws:s3",
      s3: { bucket: { name: "events" }, object: { key: "2025/a+b%21.json" } },
    };
    expect(() => parse({ Records: [record] })).toThrow(
      expect.objectContaining({
        code: "object-notification",
        object: { bucket: "events", key: "2025/a b!.json" },
      }),
    );
  });

  test("an S3 notification through EventBridge", () => {
    const detail = { bucket: { name: "events" }, object: { key: "a.json" } };
    expect(() => parse({ "detail-type": "Object Created", source: "aws.s3", detail })).toThrow(
      expect.objectContaining({ code: "object-notification" }),
    );
  });

  test("envelopes without an end", () => {
    let input: unknown = event();
    for (let depth = 0; depth < 20; depth += 1) input = { Body: JSON.stringify(input) };
    expect(() => parse(input)).toThrow(expect.objectContaining({ code: "not-an-event" }));
  });
});

describe("members that a prototype lends", () => {
  test("are no members of an event", () => {
    expect(() => parse(`{"__proto__": ${json}}`)).toThrow("Its `id` is missing.");
    expect(() => parse(Object.create(event()))).toThrow("Its `id` is missing.");
  });

  test("stay apart from what is parsed", () => {
    const polluting = json.replace(
      '"data":{',
      '"__proto__":{"polluted":1},"data":{"__proto__":{"polluted":1},',
    );
    const parsed = parse(polluting);
    expect(parsed.id).toBe("evt_1");
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect((parsed as { polluted?: number }).polluted).toBeUndefined();
  });
});
