/*
 * What callers may rely on in types. Never run: `types.test.ts` compiles it with
 * each TypeScript that the runtime supports.
 */
import type { ApiError } from "../../templates/runtime/api-error.js";
import type {
  Failure,
  ResponseHeaders,
  SuccessWith,
  UndocumentedStatus,
} from "../../templates/runtime/result.js";
import type { Stream } from "../../templates/runtime/stream.js";
import type { Unrecognized } from "../../templates/runtime/unrecognized.js";
import type { Agent, ErrorResponse } from "./sample-sdk/operations/agents.js";
import type { EventPage, ValidationError } from "./sample-sdk/operations/events.js";
import type { LogLine } from "./sample-sdk/operations/streams.js";
import {
  type Client,
  createAgent,
  type ErrorOf,
  getAgent,
  isErrorOf,
  listEvents,
  tailLog,
} from "./sample-sdk/index.js";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(proof: Equal<A, B>): void;

export async function results(client: Client): Promise<void> {
  const result = await listEvents(client).result();
  if (result.ok) {
    same<typeof result.status, 200>(true);
    same<typeof result.data, EventPage>(true);
    return;
  }
  switch (result.status) {
    case 400:
      same<typeof result.error, ValidationError>(true);
      break;
    case 401:
      same<typeof result.error, undefined>(true);
      break;
    default:
      // Exactly the statuses that the document does not mention.
      same<typeof result.status, UndocumentedStatus>(true);
      same<typeof result.error, unknown>(true);
  }
}

export async function ranges(client: Client): Promise<void> {
  const result = await createAgent(client, { body: { name: "x" } }).result();
  if (result.ok) return;
  if (result.status === 400) same<typeof result.error, ValidationError>(true);
}

export async function errors(client: Client): Promise<void> {
  const call = getAgent(client, { agent_id: "agt_1" });
  same<
    ErrorOf<typeof getAgent>,
    ApiError<401, undefined> | ApiError<404, ErrorResponse> | ApiError<UndocumentedStatus, unknown>
  >(true);
  same<ErrorOf<typeof call>, ErrorOf<typeof getAgent>>(true);
  try {
    const agent = await call;
    same<typeof agent, Agent>(true);
  } catch (error) {
    if (isErrorOf(call, error) && error.status === 404) {
      same<typeof error.body, ErrorResponse>(true);
    }
  }
}

export async function iteration(client: Client): Promise<void> {
  for await (const event of listEvents(client)) same<typeof event.id, string>(true);
  for await (const page of listEvents(client).pages()) same<typeof page, EventPage>(true);
  for await (const line of tailLog(client)) same<typeof line, LogLine>(true);
  const stream = await tailLog(client);
  same<typeof stream, Stream<LogLine>>(true);
  const { data } = await listEvents(client).withResponse();
  same<typeof data, EventPage>(true);
  const promise: Promise<EventPage> = listEvents(client);
  await promise;
}

type Status = "live" | "test" | Unrecognized;

export function unrecognized(status: Status): string {
  switch (status) {
    case "live":
    case "test":
      same<typeof status, "live" | "test">(true);
      return status;
    default:
      same<typeof status, Unrecognized>(true);
      return status;
  }
}

// @ts-expect-error a required parameter is required
void getAgent({} as Client, {});
// @ts-expect-error the values of ambient enums exist for the type checker only
export const value: Unrecognized = "…";

export function headers(
  documented: SuccessWith<200, EventPage, DocumentedHeaders> | Failure<UndocumentedStatus, unknown>,
): void {
  if (!documented.ok) return;
  same<typeof documented.status, 200>(true);
  const total = documented.response.headers.get("X-Total");
  same<typeof total, string>(true);
  const other = documented.response.headers.get("X-Other");
  same<typeof other, string | null>(true);
}

interface DocumentedHeaders extends ResponseHeaders {
  get(name: "X-Total"): string;
  get(name: string): string | null;
}
