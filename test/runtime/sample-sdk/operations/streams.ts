import { jsonBody } from "../../../../templates/runtime/body.js";
import type {
  CallOptions,
  Failure,
  Operation,
  Success,
  UndocumentedStatus,
} from "../../../../templates/runtime/call.js";
import {
  readEvents,
  readServerSentEvents,
  type ServerSentEvent,
} from "../../../../templates/runtime/events.js";
import { readJsonLines } from "../../../../templates/runtime/json-lines.js";
import {
  paged,
  type PagedCall,
  type Pages,
} from "../../../../templates/runtime/paging.js";
import {
  byNextLink,
  byLastItem,
  byOffset,
  byPageNumber,
} from "../../../../templates/runtime/paging-styles.js";
import {
  type Stream,
  type StreamCall,
  streamed,
  type StreamOptions,
} from "../../../../templates/runtime/stream.js";
import {
  streamable,
  type StreamableCall,
  type Streaming,
} from "../../../../templates/runtime/streamable.js";
import type { Client } from "../client.js";

export type WatchResult =
  Success<200, Stream<ServerSentEvent>> | Failure<UndocumentedStatus, unknown>;

/** `GET /watch` (server-sent events) */
export function watch(
  client: Client,
  params?: Record<string, never>,
  options?: StreamOptions,
): StreamCall<ServerSentEvent, WatchResult> {
  return streamed(
    client,
    watchOperation,
    readServerSentEvents,
    params,
    options,
  );
}

const watchOperation: Operation = {
  name: "watch",
  method: "GET",
  path: "/watch",
  accept: "text/event-stream",
};

export interface LogLine {
  n: number;
}

export type TailLogResult =
  Success<200, Stream<LogLine>> | Failure<UndocumentedStatus, unknown>;

/** `GET /log` (JSON lines) */
export function tailLog(
  client: Client,
  params?: Record<string, never>,
  options?: StreamOptions,
): StreamCall<LogLine, TailLogResult> {
  return streamed(client, tailLogOperation, readJsonLines, params, options);
}

const tailLogOperation: Operation = {
  name: "tailLog",
  method: "GET",
  path: "/log",
  accept: "application/jsonl",
};

export interface CompleteParams {
  body: { prompt: string };
}

export interface Completion {
  text: string;
}

export interface CompletionChunk {
  delta: string;
}

export type CompleteResult =
  Success<200, Completion> | Failure<UndocumentedStatus, unknown>;

/** `POST /complete` (JSON, or a stream on request) */
export function complete(
  client: Client,
  params: CompleteParams,
  options?: StreamOptions,
): StreamableCall<Completion, CompleteResult, CompletionChunk> {
  return streamable(client, completeOperation, completeStream, params, options);
}

const completeOperation: Operation = {
  name: "complete",
  method: "POST",
  path: "/complete",
  write: [jsonBody],
};

const completeStream: Streaming = {
  read: readEvents,
  accept: "text/event-stream",
  flag: "stream",
};

export interface ListParams {
  offset?: number;
  page?: number;
}

export type ListResult<Page> =
  Success<200, Page> | Failure<UndocumentedStatus, unknown>;

/** `GET /by-offset` */
export function listByOffset(
  client: Client,
  params?: ListParams,
  options?: CallOptions,
): PagedCall<number[], ListResult<number[]>, number> {
  return paged(client, listByOffsetOperation, byOffsetPages, params, options);
}

const listByOffsetOperation: Operation = {
  name: "listByOffset",
  method: "GET",
  path: "/by-offset",
  query: ["offset"],
};

const byOffsetPages: Pages = { by: byOffset, parameter: "offset", items: [] };

export interface Numbered {
  data: { id: number }[];
  has_more: boolean;
}

/** `GET /by-last-item` */
export function listByLastItem(
  client: Client,
  params?: { starting_after?: number },
  options?: CallOptions,
): PagedCall<Numbered, ListResult<Numbered>, { id: number }> {
  return paged(
    client,
    listByLastItemOperation,
    byLastItemPages,
    params,
    options,
  );
}

const listByLastItemOperation: Operation = {
  name: "listByLastItem",
  method: "GET",
  path: "/by-last-item",
  query: ["starting_after"],
};

const byLastItemPages: Pages = {
  by: byLastItem,
  parameter: "starting_after",
  items: ["data"],
  next: ["id"],
  more: ["has_more"],
};

/** `GET /by-page` */
export function listByPage(
  client: Client,
  params?: ListParams,
  options?: CallOptions,
): PagedCall<{ list: number[] }, ListResult<{ list: number[] }>, number> {
  return paged(client, listByPageOperation, byPagePages, params, options);
}

const listByPageOperation: Operation = {
  name: "listByPage",
  method: "GET",
  path: "/by-page",
  query: ["page"],
};

const byPagePages: Pages = {
  by: byPageNumber,
  parameter: "page",
  items: ["list"],
};

export interface LinkedPage {
  items: number[];
  links: { next?: string };
}

/** `GET /by-link` */
export function listByLink(
  client: Client,
  params?: Record<string, never>,
  options?: CallOptions,
): PagedCall<LinkedPage, ListResult<LinkedPage>, number> {
  return paged(client, listByLinkOperation, byLinkPages, params, options);
}

const listByLinkOperation: Operation = {
  name: "listByLink",
  method: "GET",
  path: "/by-link",
};

const byLinkPages: Pages = {
  by: byNextLink,
  items: ["items"],
  next: ["links", "next"],
};
