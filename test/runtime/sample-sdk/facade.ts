import type { CallOptions } from "../../../templates/runtime/call.js";
import type { PagedCall } from "../../../templates/runtime/paging.js";
import { WithClient } from "../../../templates/runtime/with-client.js";
import { type ClientOptions, createClient } from "./client.js";
import * as agents from "./operations/agents.js";
import * as events from "./operations/events.js";

export class EventsResource extends WithClient {
  /** `GET /events` */
  list(
    params?: events.ListEventsParams,
    options?: CallOptions,
  ): PagedCall<events.EventPage, events.ListEventsResult, events.DeckEvent> {
    return events.listEvents(this.client, params, options);
  }
}

export class AgentsResource extends WithClient {
  /** `POST /agents` */
  create(
    params: agents.CreateAgentParams,
    options?: CallOptions,
  ): ReturnType<typeof agents.createAgent> {
    return agents.createAgent(this.client, params, options);
  }
}

/** The API as an object: `deck.events.list()`. */
export class Deck extends WithClient {
  readonly agents: AgentsResource = new AgentsResource(this.client);
  readonly events: EventsResource = new EventsResource(this.client);

  constructor(options?: ClientOptions) {
    super(createClient(options));
  }
}
