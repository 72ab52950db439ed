import { bearer, type Credential } from "../../../templates/runtime/auth.js";
import {
  type Client,
  makeClient,
  type RuntimeOptions,
} from "../../../templates/runtime/client.js";

export type { Client };

export interface ClientOptions extends Omit<RuntimeOptions, "retry"> {
  /** Secret key (sk_live_...) */
  readonly auth?: Credential | undefined;
}

/** What `retry: false` in the configuration gives. */
export function createClient(options: ClientOptions = {}): Client {
  return makeClient(options, {
    baseUrl: "https://api.deck.co/v2",
    authorize: bearer(options.auth),
  });
}
