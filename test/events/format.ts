import type { EventFormat } from "../../templates/runtime/events/format.js";

/** The format that the generator writes for Deck, with a few of its types. */
export const format: EventFormat<TestEvent> = {
  type: "type",
  id: "id",
  time: "created_at",
  payload: "data",
  members: [
    ["id", "string"],
    ["object", "string"],
    ["type", "string"],
    ["data", "any"],
    ["created_at", "string"],
  ],
  types: [
    "credential.verified",
    "credential.invalid",
    "task_run.completed",
    "task_run.failed",
    "session.failed",
  ],
  objects: [
    "credential.verified",
    "credential.invalid",
    "task_run.completed",
    "task_run.failed",
    "session.failed",
  ],
};

export interface TestEvent {
  readonly id: string;
  readonly object: string;
  readonly type: string;
  readonly data: { readonly id: string; readonly object: string };
  readonly created_at: string;
}

/** An event that is complete, with what a test wants to be different. */
export function event(changes: Partial<TestEvent> = {}): TestEvent {
  return {
    id: "evt_1",
    object: "event",
    type: "credential.verified",
    data: { id: "cred_1", object: "credential" },
    created_at: "2025-01-15T09:30:00Z",
    ...changes,
  };
}

export const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
export const otherSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
