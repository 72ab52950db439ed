import { fromBase64, isBytes } from "./bytes.js";
import { isRecord, type JsonRecord, own } from "./format.js";
import { EventParseError } from "./parse-error.js";

/**
 * What a message of a queue holds, one layer further in, or undefined for what
 * is no message.
 *
 * @throws EventParseError `object-notification` for a notification of Amazon S3,
 * which only names the object that holds the event.
 */
export function contentsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (!isRecord(value)) return undefined;
  for (const open of carriers) {
    const contents = open(value);
    if (contents !== undefined) return contents;
  }
  return undefined;
}

type Carrier = (message: JsonRecord) => readonly unknown[] | undefined;

/**
 * One row a shape. The order matters only where two shapes share a member:
 * stricter ones come first.
 */
const carriers: readonly Carrier[] = [
  // Batches: Lambda's event, and the answers of SQS and Kinesis.
  (batch) => list(own(batch, "Records")) ?? list(own(batch, "Messages")),
  // Amazon S3, by itself or through EventBridge.
  (record) => stored(own(record, "s3")) ?? stored(own(record, "detail")),
  // Amazon SNS: over HTTP or in an SQS body, and as Lambda gets it.
  (message) => just(textOr(own(message, "Message"))),
  (record) => just(own(record, "Sns")),
  // Amazon EventBridge.
  (message) =>
    own(message, "detail-type") === undefined
      ? undefined
      : just(own(message, "detail")),
  // Amazon Kinesis: in Lambda, and from GetRecords.
  (record) => just(own(record, "kinesis")),
  (record) => just(decoded(own(record, "Data"))),
  // Google Pub/Sub: the push request, the message in it, and a CloudEvent.
  (push) => just(recordOr(own(push, "message"))),
  (message) => just(decoded(textOr(own(message, "data")))),
  (message) => just(bytesOr(own(message, "data"))),
  (event) => just(carrierOr(own(event, "data"))),
  // RabbitMQ: amqplib's message, and the management API's.
  (message) => just(bytesOr(own(message, "content"))),
  (message) =>
    own(message, "payload_encoding") === "base64"
      ? just(decoded(own(message, "payload")))
      : just(textOr(own(message, "payload"))),
  // Amazon SQS, Azure Service Bus, API Gateway, Hookdeck's stored requests.
  (message) => just(textOr(own(message, "Body"))),
  (message) =>
    own(message, "isBase64Encoded") === true
      ? just(decoded(own(message, "body")))
      : just(own(message, "body")),
];

function just(content: unknown): readonly unknown[] | undefined {
  return content === undefined ? undefined : [content];
}

function list(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function textOr(value: unknown): unknown {
  return typeof value === "string" ? value : undefined;
}

function bytesOr(value: unknown): unknown {
  return isBytes(value) ? value : undefined;
}

function recordOr(value: unknown): unknown {
  return isRecord(value) ? value : undefined;
}

/** A CloudEvent holds a Pub/Sub message; Hookdeck's event holds a request. */
function carrierOr(value: unknown): unknown {
  if (!isRecord(value)) return undefined;
  return Object.hasOwn(value, "message") || Object.hasOwn(value, "body")
    ? value
    : undefined;
}

/** Base64 as its bytes. Text that is JSON already, and values, as they are. */
function decoded(value: unknown): unknown {
  if (typeof value !== "string" || /^\s*[[{]/.test(value)) return value;
  return fromBase64(value) ?? value;
}

function stored(notification: unknown): undefined {
  if (!isRecord(notification)) return undefined;
  const bucket = own(notification, "bucket");
  const object = own(notification, "object");
  if (!isRecord(bucket) || !isRecord(object)) return undefined;
  const name = own(bucket, "name");
  const key = own(object, "key");
  if (typeof name !== "string" || typeof key !== "string") return undefined;
  throw new EventParseError(
    "object-notification",
    `This says that the object "${key}" was written to the bucket "${name}". Fetch that object, and parse its body.`,
    { object: { bucket: name, key: unescaped(key) } },
  );
}

/** In notifications, S3 writes keys as forms do: `+` for a space, and `%XX`. */
function unescaped(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll("+", " "));
  } catch {
    return key;
  }
}
