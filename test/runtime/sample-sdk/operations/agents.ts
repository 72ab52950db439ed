import { jsonBody } from "../../../../templates/runtime/body.js";
import {
  call,
  type Call,
  type CallOptions,
  type Failure,
  type Operation,
  type StatusRange,
  type Success,
  type UndocumentedStatus,
} from "../../../../templates/runtime/call.js";
import { writeIdempotencyKey } from "../../../../templates/runtime/idempotency.js";
import { fillPath } from "../../../../templates/runtime/path.js";
import type { Client } from "../client.js";
import type { ValidationError } from "./events.js";

export interface Agent {
  id: string;
  name: string;
  description: string | null;
}

export interface CreateAgentRequest {
  name: string;
  description?: string | null;
}

export interface ErrorResponse {
  errors: { type: string; code: string; message: string }[];
  request_id: string;
}

export interface GetAgentParams {
  agent_id: string;
}

export type GetAgentResult =
  | Success<200, Agent>
  | Failure<401, undefined>
  | Failure<404, ErrorResponse>
  | Failure<UndocumentedStatus, unknown>;

/** `GET /agents/{agent_id}` */
export function getAgent(
  client: Client,
  params: GetAgentParams,
  options?: CallOptions,
): Call<Agent, GetAgentResult> {
  return call(client, getAgentOperation, params, options);
}

const getAgentOperation: Operation = {
  name: "getAgent",
  method: "GET",
  path: "/agents/{agent_id}",
  write: [fillPath],
};

export interface CreateAgentParams {
  body: CreateAgentRequest;
}

export type CreateAgentResult =
  | Success<201, Agent>
  | Failure<400, ValidationError>
  | Failure<StatusRange.ServerError, ErrorResponse>
  | Failure<UndocumentedStatus, unknown>;

/** `POST /agents` */
export function createAgent(
  client: Client,
  params: CreateAgentParams,
  options?: CallOptions,
): Call<Agent, CreateAgentResult> {
  return call(client, createAgentOperation, params, options);
}

const createAgentOperation: Operation = {
  name: "createAgent",
  method: "POST",
  path: "/agents",
  write: [writeIdempotencyKey, jsonBody],
  idempotencyKey: "Idempotency-Key",
};

export interface DeleteAgentParams {
  agent_id: string;
}

export type DeleteAgentResult =
  | Success<200, { id: string; deleted: true }>
  | Failure<UndocumentedStatus, unknown>;

/** `DELETE /agents/{agent_id}` */
export function deleteAgent(
  client: Client,
  params: DeleteAgentParams,
  options?: CallOptions,
): Call<{ id: string; deleted: true }, DeleteAgentResult> {
  return call(client, deleteAgentOperation, params, options);
}

const deleteAgentOperation: Operation = {
  name: "deleteAgent",
  method: "DELETE",
  path: "/agents/{agent_id}",
  write: [fillPath, writeIdempotencyKey],
  idempotencyKey: "Idempotency-Key",
};
