import type { Client } from "./client.js";

/** Base of the classes that group an API's functions as methods: `deck.events.list()`. */
export abstract class Resource {
  readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }
}
