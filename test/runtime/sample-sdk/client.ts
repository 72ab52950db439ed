import { bearer, type Credential } from "../../../templates/runtime/auth.js";
import {
  type Client,
  makeClient,
  type RuntimeOptions,
} from "../../../templates/runtime/client.js";
import { retry } from "../../../templates/runtime/retry.js";

export type { Client };

export interface ClientOptions extends RuntimeOptions {
  /** Secret key (sk_live_...) */
  readonly auth?: Credential | undefined;
}

export function createClient(options: ClientOptions = {}): Client {
  return makeClient(options, {
    baseUrl: "https://api.deck.co/v2",
    authorize: bearer(options.auth),
    retrying: retry,
  });
}
