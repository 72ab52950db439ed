import type {
  CallOptions,
  Failure,
  Operation,
  Success,
  UndocumentedStatus,
} from "../../../../templates/runtime/call.js";
import {
  byCursor,
  paged,
  type PagedCall,
  type Pages,
} from "../../../../templates/runtime/paging.js";
import type { Client } from "../client.js";

export interface DeckEvent {
  id: string;
  type: string;
}

export interface EventPage {
  data?: DeckEvent[];
  has_more?: boolean;
  next_cursor?: string | null;
}

export interface ValidationError {
  title: string;
  errors: Record<string, string[]>;
}

export interface ListEventsParams {
  /** Filter by event type. */
  type?: readonly string[];

  created_after?: Date | string;

  created_before?: Date | string;

  limit?: number;

  cursor?: string;
}

export type ListEventsResult =
  | Success<200, EventPage>
  | Failure<400, ValidationError>
  | Failure<401, undefined>
  | Failure<UndocumentedStatus, unknown>;

/**
 * `GET /events`
 *
 * Returns a paginated list of events.
 */
export function listEvents(
  client: Client,
  params?: ListEventsParams,
  options?: CallOptions,
): PagedCall<EventPage, ListEventsResult, DeckEvent> {
  return paged(client, listEventsOperation, listEventsPages, params, options);
}

const listEventsOperation: Operation = {
  name: "listEvents",
  method: "GET",
  path: "/events",
  query: ["type", "created_after", "created_before", "limit", "cursor"],
};

const listEventsPages: Pages = {
  by: byCursor,
  parameter: "cursor",
  items: ["data"],
  next: ["next_cursor"],
  more: ["has_more"],
};
