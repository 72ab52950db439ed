import { abortSignal } from "./any-signal.js";
import { ApiError } from "./api-error.js";
import { call, type Call } from "./call.js";
import type { Client, Settings } from "./client.js";
import { ConnectionError } from "./connection-error.js";
import { FrameError } from "./frame-error.js";
import { linesOf } from "./lines.js";
import type {
  CallOptions,
  Decode,
  Operation,
  OutgoingRequest,
} from "./operation.js";
import type { Retry } from "./retry.js";
import { sleep } from "./sleep.js";
import { TimeoutError } from "./timeout-error.js";

// What `await using` needs, for projects whose `lib` is older than
// `esnext.disposable`; in the same words as there.
declare global {
  interface SymbolConstructor {
    readonly asyncDispose: unique symbol;
  }
  interface AsyncDisposable {
    [Symbol.asyncDispose](): PromiseLike<void>;
  }
}

/**
 * Items that a server sends one after the other, read as they are asked for.
 * `break`, `cancel()` and the end of an `await using` block close the connection.
 */
export interface Stream<Item>
  extends AsyncIterableIterator<Item>, AsyncDisposable {
  /** The answer, for its headers. */
  readonly response: Response;
  /** Closes the connection; a pending read ends. */
  cancel(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A call whose answer is a stream: a promise of it, or its items when iterated.
 *
 * @example
 * ```ts
 * for await (const line of tailLog(client, { id })) console.log(line);
 *
 * await using stream = await tailLog(client, { id });
 * ```
 */
export interface StreamCall<Item, Result>
  extends Call<Stream<Item>, Result>, AsyncIterable<Item> {}

export interface StreamOptions extends CallOptions {
  /**
   * Characters that one line or event may have; a longer one ends the stream with
   * a `FrameError`.
   *
   * @default 8_388_608
   */
  readonly maxFrameSize?: number | undefined;
}

/** Parses lines into items: `readEvents`, `readServerSentEvents`, `readJsonLines`. */
export type ReadItems = (
  lines: AsyncIterable<string>,
  cursor: StreamCursor,
  max: number,
) => AsyncGenerator<unknown, void, undefined>;

/** From where a broken stream of events goes on. */
export interface StreamCursor {
  /** The last event's id, for `Last-Event-ID`. */
  id?: string;
  /** Milliseconds that the server wants to be left alone before that. */
  retry?: number;
}

export function streamed<Item, Result>(
  client: Client,
  operation: Operation,
  read: ReadItems,
  params?: object,
  options: StreamOptions = {},
): StreamCall<Item, Result> {
  const { maxFrameSize = 0x800000 } = options;
  const closing = new AbortController();
  const resume: Resume = (id) => {
    const headers = { ...options.headers, "last-event-id": utf8(id) };
    return open((it) => it, { ...options, headers });
  };
  const opened = open<Stream<Item>>(
    (first) => openStream(first, read, maxFrameSize, resume, closing),
    options,
  ) as StreamCall<Item, Result>;
  opened[Symbol.asyncIterator] = async function* () {
    yield* await opened;
  };
  return opened;

  /** Until the answer begins, `timeout` and `deadline` apply; then only the caller's signal does. */
  function open<Data>(
    use: (connection: Connection) => Data,
    opening: CallOptions,
  ): Call<Data, Result> {
    const settings = client.settings();
    const { timeout = settings.timeout ?? 60_000 } = opening;
    const { deadline = settings.deadline ?? Infinity } = opening;
    const abort = new AbortController();
    const url = (operation.baseUrl ?? settings.baseUrl) + operation.path;
    const facts = { operation, method: operation.method, url };
    const expire = () =>
      abort.abort(new TimeoutError(facts, "was not answered"));
    const ms = Math.min(timeout, deadline, 2 ** 31 - 1);
    const timer = setTimeout(expire, ms);
    const ends = performance.now() + ms;
    const signals = [abort.signal, closing.signal];
    if (opening.signal) signals.push(opening.signal);
    const decode: Decode = (response, request) => {
      clearTimeout(timer);
      return use(connection(response, request));
    };
    const started = call<Data, Result>(
      { settings: () => ({ ...settings, retrying: within(ends, settings) }) },
      { ...operation, decode },
      params,
      { ...opening, ...unlimited, signal: abortSignal.any(signals) },
    );
    const stop = () => clearTimeout(timer);
    started.then(stop, stop);
    return started;
  }
}

/** What is read after its call is over has no limit as a call. */
const unlimited = { timeout: Infinity, deadline: Infinity };

/** Pauses must be over in time even so: else the failure is reported at once, as in other calls. */
function within(ends: number, { retrying }: Settings): Retry {
  return async (sent, request, ...more) => {
    request.deadline = ends;
    const again = await retrying?.(sent, request, ...more);
    request.deadline = Infinity;
    return again ?? false;
  };
}

/** A text in UTF-8, which the header is in (HTML standard, "Server-sent events"): `fetch` takes a character for a byte. */
function utf8(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** An answer whose body is to be read. */
interface Connection {
  readonly response: Response;
  readonly request: OutgoingRequest;
  readonly reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly close: () => Promise<void>;
}

type Resume = (id: string) => PromiseLike<Connection>;

function connection(response: Response, request: OutgoingRequest): Connection {
  const reader = response.body?.getReader();
  const close = async () => {
    await reader?.cancel().catch(() => {});
  };
  return { response, request, reader, close };
}

function openStream<Item>(
  first: Connection,
  read: ReadItems,
  max: number,
  resume: Resume,
  closing: AbortController,
): Stream<Item> {
  const cursor: StreamCursor = {};
  let current = first;
  const cancel = () => {
    closing.abort();
    return current.close();
  };
  const items = follow();
  return {
    response: first.response,
    cancel,
    next: () => items.next() as Promise<IteratorResult<Item>>,
    async return() {
      await cancel();
      return items.return() as Promise<IteratorResult<Item>>;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: cancel,
  };

  async function* follow(): AsyncGenerator<unknown, void, undefined> {
    try {
      yield* connected();
    } catch (error) {
      if (!closing.signal.aborted) throw error;
    }
  }

  async function* connected(): AsyncGenerator<unknown, void, undefined> {
    for (let breaks = 0; current.reader;) {
      try {
        const lines = linesOf(current.reader, max);
        for await (const item of read(lines, cursor, max)) {
          if (closing.signal.aborted) return;
          breaks = 0;
          yield item;
        }
        return;
      } catch (error) {
        const cause = explain(current, error);
        if (!resumable(current, cause, cursor) || ++breaks > 3) throw cause;
      } finally {
        await current.close();
      }
      await sleep(cursor.retry ?? 1_000, current.request.signal);
      current = await resume(cursor.id!);
    }
  }
}

function explain({ request, response }: Connection, cause: unknown): unknown {
  const { signal } = request;
  if (cause instanceof FrameError) return cause;
  if (cause instanceof SyntaxError) {
    return new ApiError(request, response, undefined, { cause });
  }
  return signal?.aborted
    ? signal.reason
    : new ConnectionError(request, "broke off", { cause });
}

/** A broken stream of events goes on where it broke off, if its server counts them. */
function resumable(
  { request }: Connection,
  cause: unknown,
  cursor: StreamCursor,
): boolean {
  const counted = cursor.id !== undefined && cursor.id !== "";
  return (
    counted && request.method === "GET" && cause instanceof ConnectionError
  );
}
