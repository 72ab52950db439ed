import { setHeader } from "./headers.js";
import type { OutgoingRequest } from "./operation.js";

/**
 * A key or a token, or a function that gives one before each request (it keeps
 * the token that it has for as long as that is good).
 *
 * After a 401 the function is called once more, with `refresh: true`, and the
 * request is repeated with what it gives.
 *
 * @example
 * ```ts
 * createClient({ auth: process.env.DECK_API_KEY });
 * createClient({ auth: ({ refresh }) => tokens.get({ renew: refresh }) });
 * ```
 */
export type Credential = Secret<string>;

/** `Credential` for HTTP basic authentication (RFC 7617). */
export type BasicCredential = Secret<UserPassword>;

export interface UserPassword {
  readonly username: string;
  readonly password: string;
}

export type Secret<Value> =
  Value | ((request: CredentialRequest) => Value | Promise<Value>);

/** For which request a credential is wanted. */
export type CredentialRequest = Pick<
  OutgoingRequest,
  "attempt" | "operation" | "refresh" | "signal"
>;

/** Puts credentials on a request; gives a promise if it has to ask for them. */
export type Authorize = (request: OutgoingRequest) => Promise<void> | void;

/** HTTP bearer authentication (RFC 6750); the tokens of OAuth 2 and OpenID Connect too. */
export function bearer(
  credential: Credential | undefined,
): Authorize | undefined {
  return authorize(credential, (request, token) => {
    setHeader(request, "authorization", `Bearer ${token}`);
  });
}

/** Makes an `Authorize` of a secret and where it goes. Undefined without a secret. */
export function authorize<Value extends string | UserPassword>(
  secret: Secret<Value> | undefined,
  put: (request: OutgoingRequest, value: Value) => void,
): Authorize | undefined {
  if (!secret) return undefined;
  return typeof secret === "function"
    ? async (request) => {
        const value = await secret(request);
        // None is none, and not `Bearer undefined`.
        if (value) put(request, value);
      }
    : (request) => put(request, secret);
}
