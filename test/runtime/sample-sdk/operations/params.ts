import {
  call,
  type Call,
  type CallOptions,
  type Failure,
  type Operation,
  type Success,
  type UndocumentedStatus,
} from "../../../../templates/runtime/call.js";
import {
  fillPath,
  labelPath,
  matrixPath,
} from "../../../../templates/runtime/path.js";
import {
  jsonContent,
  pipeSeparated,
  repeated,
  spaceSeparated,
  writeQuery,
} from "../../../../templates/runtime/query-styles.js";
import { urlencoded } from "../../../../templates/runtime/urlencoded.js";
import {
  writeCookies,
  writeHeaders,
  writeQuerystring,
} from "../../../../templates/runtime/write.js";
import type { Client } from "../client.js";

export interface ShowAllParams {
  plain: string;
  path_id: number;
  dotted: readonly string[];
  tags?: readonly string[];
  ids?: readonly number[];
  where?: { city: string };
  "filter[name]"?: string;
  "X-Request-Id"?: string;
  "X-Tags"?: { a: number; b: number };
  session?: string;
  flags?: readonly string[];
}

export type ShowAllResult =
  Success<200, unknown> | Failure<UndocumentedStatus, unknown>;

/** `GET /show/{plain}/{id}/{dotted}` */
export function showAll(
  client: Client,
  params: ShowAllParams,
  options?: CallOptions,
): Call<unknown, ShowAllResult> {
  return call(client, showAllOperation, params, options);
}

const showAllOperation: Operation = {
  name: "showAll",
  method: "GET",
  path: "/show/{plain}/{id}/{dotted}",
  pathParameters: [
    { name: "id", key: "path_id", style: matrixPath },
    { name: "dotted", style: labelPath, explode: true },
  ],
  styledQuery: [
    { name: "tags", style: pipeSeparated },
    { name: "ids", style: spaceSeparated },
    { name: "where", style: jsonContent },
    { name: "filter[name]", style: repeated, allowReserved: true },
  ],
  write: [fillPath, writeQuery, writeHeaders, writeCookies],
  headers: ["X-Request-Id", { name: "X-Tags", explode: true }],
  cookies: ["session", { name: "flags", explode: false }],
};

export interface QueryAllParams {
  search?: { text: string; page?: number };
}

export type QueryAllResult =
  Success<200, unknown> | Failure<UndocumentedStatus, unknown>;

/** `GET /query` (OpenAPI 3.2 `in: querystring`) */
export function queryAll(
  client: Client,
  params?: QueryAllParams,
  options?: CallOptions,
): Call<unknown, QueryAllResult> {
  return call(client, queryAllOperation, params, options);
}

const queryAllOperation: Operation = {
  name: "queryAll",
  method: "GET",
  path: "/query",
  write: [writeQuerystring],
  querystring: { key: "search", encode: urlencoded },
};
