import {
  bearer,
  type BasicCredential,
  type Credential,
} from "../../../templates/runtime/auth.js";
import {
  anyOf,
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
} from "../../../templates/runtime/auth-schemes.js";
import {
  type Client,
  makeClient,
  type RuntimeOptions,
} from "../../../templates/runtime/client.js";
import { hidingQuery } from "../../../templates/runtime/hidden-query.js";
import { keepingHome } from "../../../templates/runtime/redirect.js";
import { retry } from "../../../templates/runtime/retry.js";

export type { Client };

export interface ClientOptions extends RuntimeOptions {
  readonly auth?:
    | {
        readonly Bearer?: Credential | undefined;
        readonly Basic?: BasicCredential | undefined;
        readonly HeaderKey?: Credential | undefined;
        readonly QueryKey?: Credential | undefined;
        readonly CookieKey?: Credential | undefined;
      }
    | undefined;
}

export function createClient(options: ClientOptions = {}): Client {
  const { auth = {} } = options;
  return makeClient(options, {
    baseUrl: "https://api.example.com",
    authorize: anyOf(
      {
        Bearer: bearer(auth.Bearer),
        Basic: basic(auth.Basic),
        HeaderKey: apiKeyHeader("X-Api-Key", auth.HeaderKey),
        QueryKey: apiKeyQuery("api_key", auth.QueryKey),
        CookieKey: apiKeyCookie("sid", auth.CookieKey),
      },
      [["Bearer"]],
    ),
    fetch: hidingQuery(keepingHome(options.fetch)),
    retrying: retry,
  });
}
