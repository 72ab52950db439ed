import {
  createClient,
  type DeckEvent,
  type ErrorResponse,
  listEvents,
  type PaginatedResponse,
  type PaginatedResponseOfListEventData,
  type UndocumentedStatus,
  type ValidationErrorResponse,
} from "../../generated/src/index.js";

/** Compiles only where both types are the same. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_same: Same<A, B>): void {}

const deck = createClient({ auth: "sk_live_1" });

export function clientOptions(): void {
  createClient();
  createClient({ auth: () => "sk_live_1", baseUrl: "https://example.com", timeout: 1000 });
  createClient({ auth: async () => "sk_live_1", headers: { "X-Team": "a" } });
  // @ts-expect-error: a key is text
  createClient({ auth: 1 });
  // @ts-expect-error: there is no such option
  createClient({ apiKey: "sk_live_1" });
}

export function parameters(): void {
  listEvents(deck);
  listEvents(deck, {});
  listEvents(deck, { type: ["task_run.completed", "a.newer_type"], limit: 10, cursor: "c" });
  listEvents(deck, { limit: "10", created_after: new Date(), created_before: "2026-01-01" });
  listEvents(deck, {}, { timeout: 1000, signal: new AbortController().signal, retries: 1 });
  // @ts-expect-error: a client is needed
  listEvents();
  // @ts-expect-error: types come as a list
  listEvents(deck, { type: "task_run.completed" });
  // @ts-expect-error: a limit is a number, or digits
  listEvents(deck, { limit: "ten" });
  // @ts-expect-error: there is no such parameter
  listEvents(deck, { page: 1 });
  // @ts-expect-error: a parameter that is left out is left out
  listEvents(deck, { cursor: undefined });
}

export async function answers(): Promise<void> {
  const page = await listEvents(deck);
  same<typeof page, PaginatedResponse<DeckEvent>>(true);
  same<typeof page, PaginatedResponseOfListEventData>(true);
  const { data, response } = await listEvents(deck).withResponse();
  same<typeof data, typeof page>(true);
  same<typeof response, Response>(true);
  for await (const event of listEvents(deck)) same<typeof event, DeckEvent>(true);
}

export async function results(): Promise<string | number | undefined> {
  const result = await listEvents(deck).result();
  if (result.ok) {
    same<typeof result.status, 200>(true);
    return result.data.request_id ?? undefined;
  }
  switch (result.status) {
    case 400:
      same<typeof result.error, ValidationErrorResponse>(true);
      return result.error.traceId ?? undefined;
    case 401:
    case 403:
      same<typeof result.error, undefined>(true);
      return undefined;
    case 404:
    case 409:
    case 422:
    case 429:
    case 500:
      same<typeof result.error, ErrorResponse>(true);
      return result.error.request_id;
    // @ts-expect-error: the document has no such status
    case 418:
      return undefined;
    default:
      same<typeof result.status, UndocumentedStatus>(true);
      same<typeof result.error, unknown>(true);
      return result.status;
  }
}

export function events(event: DeckEvent): string {
  switch (event.type) {
    case "task_run.completed":
      same<typeof event.data.object, "task_run">(true);
      return event.data.id;
    case "credential.verified":
      same<typeof event.data.object, "credential">(true);
      return event.data.id;
    // @ts-expect-error: the page has no such event
    case "task_run.exploded":
      return "";
    default:
      return event.type;
  }
}
