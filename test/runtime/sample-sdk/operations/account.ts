import {
  call,
  type Call,
  type CallOptions,
  type Failure,
  type Operation,
  type Success,
  type UndocumentedStatus,
} from "../../../../templates/runtime/call.js";
import type { Client } from "../many-schemes.js";

export type GetAccountResult =
  Success<200, unknown> | Failure<UndocumentedStatus, unknown>;

/** `GET /account` (basic, or header and query key together) */
export function getAccount(
  client: Client,
  params?: Record<string, never>,
  options?: CallOptions,
): Call<unknown, GetAccountResult> {
  return call(client, getAccountOperation, params, options);
}

const getAccountOperation: Operation = {
  name: "getAccount",
  method: "GET",
  path: "/account",
  security: [["Basic"], ["HeaderKey", "QueryKey"], ["CookieKey"]],
};

/** `GET /me` (the client's default scheme) */
export function getMe(
  client: Client,
  params?: Record<string, never>,
  options?: CallOptions,
): Call<unknown, GetAccountResult> {
  return call(client, getMeOperation, params, options);
}

const getMeOperation: Operation = { name: "getMe", method: "GET", path: "/me" };
