import type { Client } from "./client.js";

/** Base of the classes that have an API's functions as methods: `deck.events.list()`. */
export abstract class WithClient {
  readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }
}
