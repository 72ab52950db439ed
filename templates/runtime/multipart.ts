import { setHeader } from "./headers.js";
import type { Part, WriteRequest } from "./operation.js";
import { isRecord, text } from "./values.js";

/** A file of a multipart body that is told by more than its data. */
export interface FilePart {
  /** What is sent. A stream makes the whole request one that cannot be retried. */
  readonly data: Bytes;
  /** As the server is told: `invoice.pdf`. */
  readonly filename?: string | undefined;
  /** Default: the type of the `Blob`, else what the API's document says. */
  readonly contentType?: string | undefined;
}

export type Bytes =
  Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>;

/**
 * `multipart/form-data` (RFC 7578): a part for each property and for each item of
 * a list. Bytes become files, objects JSON, the rest text. The parts of a body that
 * is a list itself have no names (RFC 2046, `multipart/mixed`).
 *
 * Written by hand instead of with `FormData`, which can neither hold a stream nor
 * give a type to a part that is no file.
 */
export const multipartBody: WriteRequest = (request, { body }) => {
  if (body === undefined) return;
  const boundary = `form-${crypto.randomUUID()}`;
  const { parts = {}, contentType = "multipart/form-data" } = request.operation;
  const chunks: Chunk[] = [];
  const nameless = Array.isArray(body);
  for (const [name, value] of Object.entries(Object(body) as object)) {
    const known = Object.hasOwn(parts, name)
      ? name
      : nameless
        ? "*"
        : undefined;
    const part = known === undefined ? undefined : parts[known];
    for (const item of nameless ? [value] : itemsOf(value, part?.separator)) {
      if (item === undefined || item === null) continue;
      const { head, data } = partOf(nameless ? undefined : name, item, part);
      chunks.push(`--${boundary}\r\n${head}\r\n\r\n`, data, "\r\n");
    }
  }
  chunks.push(`--${boundary}--\r\n`);
  const type = `${contentType}; boundary=${boundary}`;
  setHeader(request, "content-type", type);
  if (chunks.some((chunk) => chunk instanceof ReadableStream)) {
    request.body = concatenated(chunks);
    request.duplex = "half";
  } else {
    // A Blob can be sent again, and its size is known.
    request.body = new Blob(chunks as BlobParts);
  }
};

type Chunk = Bytes | string;
type BlobParts = NonNullable<ConstructorParameters<typeof Blob>[0]>;

function itemsOf(value: unknown, separator: string | undefined): unknown[] {
  if (!Array.isArray(value)) return [value];
  return separator === undefined ? value : [value.map(text).join(separator)];
}

function partOf(
  name: string | undefined,
  value: unknown,
  part: Part | undefined,
): { head: string; data: Chunk } {
  const file = fileOf(value);
  const data = file?.data ?? text(value);
  const own = data instanceof Blob ? data.type : "";
  const type = file?.contentType || own || part?.contentType?.split(",")[0];
  const filename = file && (file.filename ?? nameOf(file.data) ?? name);
  const lines: string[] = [];
  const described =
    type || usualType(value, file) || (name === undefined ? "text/plain" : "");
  if (name !== undefined || filename !== undefined) {
    const kind =
      name === undefined ? "attachment" : `form-data; name="${escape(name)}"`;
    const file =
      filename === undefined ? "" : `; filename="${escape(filename)}"`;
    lines.push(`content-disposition: ${kind}${file}`);
  }
  if (described)
    lines.push(`content-type: ${described.replace(/[\r\n]/g, "")}`);
  return { head: lines.join("\r\n"), data };
}

function fileOf(value: unknown): FilePart | undefined {
  if (isBytes(value)) return { data: value };
  const { data } = Object(value) as Partial<FilePart>;
  return isBytes(data) ? (value as FilePart) : undefined;
}

function isBytes(value: unknown): value is Bytes {
  return (
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    // Not `instanceof`: test runners have more than one `Uint8Array`.
    ArrayBuffer.isView(value) ||
    value instanceof ReadableStream
  );
}

function nameOf(data: Bytes): string | undefined {
  return (data as { name?: string }).name;
}

function usualType(
  value: unknown,
  file: FilePart | undefined,
): string | undefined {
  if (file) return "application/octet-stream";
  return isRecord(value) ? "application/json" : undefined;
}

/** As browsers write names (HTML standard, "multipart/form-data encoding algorithm"). */
function escape(name: string): string {
  return name.replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/"/g, "%22");
}

/** One stream of all chunks; whoever gives it up gives up the stream that it is at. */
function concatenated(chunks: readonly Chunk[]): ReadableStream<Uint8Array> {
  const rest = chunks.values();
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        reader ??= readerOf(rest.next().value);
        if (!reader) return controller.close();
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        reader = undefined;
      }
    },
    cancel: (reason) => reader?.cancel(reason),
  });
}

function readerOf(
  chunk: Chunk | undefined,
): ReadableStreamDefaultReader<Uint8Array> | undefined {
  if (chunk === undefined || chunk instanceof ReadableStream) {
    return chunk?.getReader();
  }
  return new Blob([chunk] as BlobParts).stream().getReader();
}
