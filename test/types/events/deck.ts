import {
  type CredentialEventData,
  type CredentialVerifiedEvent,
  type DeckEvent,
  type DeckEventGroup,
  type DeckEventOf,
  type DeckEventType,
  deckEventTypes,
  isEvent,
  type TaskRunEventData,
  type UnrecognizedDeckEvent,
} from "../sdk/events.js";
import type { JsonValue } from "../sdk/runtime/json-value.js";
import type { Unrecognized } from "../sdk/runtime/unrecognized.js";
import type { ListEventData } from "../sdk/types/events.js";
import {
  type DeckEventHandlers,
  handleEvents,
  parseEvent,
  parseEvents,
  signWebhook,
  toFetchHandler,
  toNodeHandler,
  verifyWebhook,
} from "../sdk/webhooks.js";

/** True when two types are the same, `any` and optionality included. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function isTrue<T extends true>(): T | undefined {
  return undefined;
}

declare const event: DeckEvent;

/** A `case` selects one event, and `default` is exactly the unrecognised ones. */
export function narrow(): string {
  switch (event.type) {
    case "credential.verified":
      isTrue<Same<typeof event, CredentialVerifiedEvent>>();
      return event.data.id;
    case "credential.invalid":
      isTrue<Same<typeof event.data, CredentialEventData>>();
      return event.data.object satisfies "credential";
    case "task_run.failed":
    case "task_run.queued":
      isTrue<Same<typeof event.data, TaskRunEventData>>();
      return event.created_at;
    default:
      isTrue<Same<typeof event, UnrecognizedDeckEvent>>();
      isTrue<Same<typeof event.type, Unrecognized>>();
      isTrue<Same<typeof event.data, JsonValue>>();
      return event.type satisfies string;
  }
}

/** Forgetting a documented type is an error. */
export function exhaustive(): string {
  switch (event.type) {
    case "credential.verified":
    case "credential.invalid":
    case "task_run.failed":
      return event.type;
    default:
      // @ts-expect-error task_run.queued is left over
      event satisfies UnrecognizedDeckEvent;
      return event.type;
  }
}

/** A type that does not exist is an error. */
export function misspelt(): boolean {
  // @ts-expect-error no such type
  return event.type === "credential.verifid";
}

/** Equality narrows as well, and so does its opposite. */
export function equality(): void {
  if (event.type === "credential.verified") {
    isTrue<Same<typeof event, CredentialVerifiedEvent>>();
  } else {
    isTrue<Same<Extract<typeof event, CredentialVerifiedEvent>, never>>();
  }
}

/** What the example shows is optional, the rest is open. */
export function payloads(data: CredentialEventData): void {
  isTrue<Same<typeof data.id, string>>();
  isTrue<Same<typeof data.status, string | undefined>>();
  isTrue<Same<typeof data.attempts, number | undefined>>();
  isTrue<Same<(typeof data)["region"], JsonValue | undefined>>();
}

/** Every event is an event of the schema that carries them. */
export const envelope: ListEventData = event;
export const types: readonly DeckEventType[] = deckEventTypes;
isTrue<
  Same<
    DeckEventType,
    "credential.verified" | "credential.invalid" | "task_run.failed" | "task_run.queued"
  >
>();
isTrue<
  Same<
    DeckEventGroup,
    "credential.*" | "task_run.*" | "*.verified" | "*.invalid" | "*.failed" | "*.queued"
  >
>();
isTrue<Same<(typeof deckEventTypes)["length"], 4>>();
isTrue<Same<DeckEventOf<"credential.verified">, CredentialVerifiedEvent>>();
isTrue<Same<DeckEventOf<"task_run.*">["type"], "task_run.failed" | "task_run.queued">>();
isTrue<Same<DeckEventOf<"*.failed">["type"], "task_run.failed">>();
isTrue<
  Same<
    DeckEventOf<"*.failed" | "credential.*">["type"],
    "task_run.failed" | "credential.verified" | "credential.invalid"
  >
>();
// @ts-expect-error no such group
export type Nothing = DeckEventOf<"agent.*">;

export function asking(): void {
  if (isEvent(event, "credential.verified")) isTrue<Same<typeof event, CredentialVerifiedEvent>>();
  if (isEvent(event, "task_run.*")) isTrue<Same<typeof event.data, TaskRunEventData>>();
  // @ts-expect-error no such type
  isEvent(event, "credential.verifid");
}

/** Each handler gets just its events; the fallback gets all. */
const events = handleEvents({
  on: {
    "credential.verified": (one) => {
      isTrue<Same<typeof one, CredentialVerifiedEvent>>();
    },
    "task_run.*": async (one, { outOfOrder }) => {
      isTrue<Same<typeof one.type, "task_run.failed" | "task_run.queued">>();
      isTrue<Same<typeof outOfOrder, boolean>>();
    },
    "*.failed": (one) => one.data.id,
  },
  fallback: (one) => {
    isTrue<Same<typeof one, DeckEvent>>();
  },
});

export const wrong: DeckEventHandlers = {
  // @ts-expect-error no such type
  "credential.verifid": () => {},
};

// @ts-expect-error the fallback is mandatory
handleEvents({ on: {} });

export async function receiving(request: Request): Promise<void> {
  isTrue<Same<Awaited<ReturnType<typeof verifyWebhook>>, DeckEvent>>();
  await verifyWebhook(request, { secret: ["whsec_a", "whsec_b"], tolerance: 60 });
  await verifyWebhook(
    { headers: { "webhook-id": ["a"] }, body: new Uint8Array() },
    { secret: "whsec_a" },
  );
  // @ts-expect-error a parsed body can not be verified
  await verifyWebhook({ headers: {}, body: { id: "evt_1" } }, { secret: "whsec_a" });
  isTrue<Same<ReturnType<typeof parseEvent>, DeckEvent>>();
  isTrue<Same<ReturnType<typeof parseEvents>, DeckEvent[]>>();
  const delivery = await signWebhook(event, { secret: "whsec_a" });
  await toFetchHandler(events, { secret: "whsec_a" })(new Request("https://example.com", delivery));
  toNodeHandler(events, { secret: "whsec_a" });
}
