import type { Client } from "./client.js";
import { call, type Call } from "./call.js";
import type { Operation } from "./operation.js";
import {
  type ReadItems,
  streamed,
  type Stream,
  type StreamOptions,
} from "./stream.js";

/** How an operation is asked for a stream instead of one answer. */
export interface Streaming {
  readonly read: ReadItems;
  /** The media type to ask for then. */
  readonly accept: string;
  /** The property of the body that has to be `true` then. */
  readonly flag?: string;
}

/**
 * A call that is answered at once when it is awaited, and item by item when it is
 * iterated. Unlike other calls it is sent only when it is clear which is wanted.
 *
 * @example
 * ```ts
 * const completion = await createCompletion(client, { body });
 * for await (const chunk of createCompletion(client, { body })) console.log(chunk);
 * ```
 */
export interface StreamableCall<Data, Result, Item>
  extends Call<Data, Result>, AsyncIterable<Item> {
  /** Asks for the stream: for its headers, or to cancel it. */
  stream(): Promise<Stream<Item>>;
}

export function streamable<Data, Result, Item>(
  client: Client,
  operation: Operation,
  streaming: Streaming,
  params: object = {},
  options?: StreamOptions,
): StreamableCall<Data, Result, Item> {
  let started: Call<Data, Result> | undefined;
  const once = () => (started ??= call(client, operation, params, options));
  const stream = () => {
    const { read, accept, flag } = streaming;
    return streamed<Item, unknown>(
      client,
      { ...operation, accept },
      read,
      flag === undefined ? params : flagged(params, flag),
      options,
    );
  };
  return {
    operation: operation.name,
    then: (onfulfilled, onrejected) => once().then(onfulfilled, onrejected),
    catch: (onrejected) => once().catch(onrejected),
    finally: (onfinally) => once().finally(onfinally),
    result: () => once().result(),
    withResponse: () => once().withResponse(),
    asResponse: () => once().asResponse(),
    stream,
    [Symbol.asyncIterator]: () => stream()[Symbol.asyncIterator](),
    [Symbol.toStringTag]: "StreamableCall",
  };
}

function flagged(params: object, flag: string): object {
  const { body } = params as { body?: object };
  return { ...params, body: { ...body, [flag]: true } };
}
