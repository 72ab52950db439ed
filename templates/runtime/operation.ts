import type { HeaderOptions } from "./headers.js";

/** What differs between operations, as data beside each generated function. Types only. */

/** Everything a call needs to know about its operation. Only the first three members are always there. */
export interface Operation {
  /** The generated function's name; errors carry it. */
  readonly name: string;
  /** As sent: `GET`. */
  readonly method: string;
  /** The path template, joined to the base URL: `/files/{file_id}`. Starts with a slash. */
  readonly path: string;
  /** For `fillPath`: parameters that are not of style `simple` or not named as in the template. */
  readonly pathParameters?: readonly PathParameter[];
  /**
   * Query parameters of style `form`, exploded, whose values are no objects. Names go
   * into the URL as they are: `[A-Za-z0-9._~-]` only.
   */
  readonly query?: readonly string[];
  /** For `writeQuery`: all other query parameters. */
  readonly styledQuery?: readonly QueryParameter[];
  /**
   * What else puts the call on the request: `fillPath`, `writeQuery`, `writeHeaders`,
   * `writeCookies`, `writeQuerystring`, `writeIdempotencyKey`, and for the body
   * `jsonBody`, `urlencodedBody`, `multipartBody`, `textBody`, `rawBody` or `chosenBody`.
   */
  readonly write?: readonly WriteRequest[];
  /** For `writeHeaders`. A name alone is style `simple`. */
  readonly headers?: readonly (string | Parameter)[];
  /** For `writeCookies`. A name alone is style `form`. */
  readonly cookies?: readonly (string | Parameter)[];
  /** For `writeQuerystring` (OpenAPI 3.2): the parameter that is the query as a whole. */
  readonly querystring?: Querystring;
  /** For `writeIdempotencyKey`: the header that makes a repeated request safe, `Idempotency-Key`. */
  readonly idempotencyKey?: string;
  /** The body's media type, where it is not the encoder's own default. */
  readonly contentType?: string;
  /** For `chosenBody`: encoders by media type; `params.contentType` picks, the first is the default. */
  readonly bodies?: Readonly<Record<string, WriteRequest>>;
  /** For `urlencodedBody` and `multipartBody`: how single properties are written (OpenAPI's Encoding Object). */
  readonly parts?: Readonly<Record<string, Part>>;
  /** The media type to ask for. Default: `application/json`. */
  readonly accept?: string;
  /** Reads a 2xx answer. Default: JSON, whatever content type the answer claims. */
  readonly decode?: Decode;
  /** For `decodeByType`: decoders by the answer's content type; the first is for any other. */
  readonly decoders?: Readonly<Record<string, Decode>>;
  /** Alternatives of schemes that must come together; only where they differ from the client's. */
  readonly security?: Security;
  /** Null where no credentials are wanted. */
  readonly authorize?: null;
  /** The operation's own server, without a slash at its end. */
  readonly baseUrl?: string;
}

/** Alternatives, each a list of schemes that must come together; `[]` in it: no credentials needed. */
export type Security = readonly (readonly string[])[];

/** A parameter that its name alone does not describe. */
export interface Parameter {
  /** On the wire. */
  readonly name: string;
  /** In `params`, when not its name: `query_id`. */
  readonly key?: string;
  readonly explode?: boolean;
  /** For headers and cookies: the value travels as JSON (OpenAPI `content` instead of a style). */
  readonly json?: boolean;
  /** For cookies: style `cookie` (OpenAPI 3.2), which encodes only what a cookie cannot hold. */
  readonly plain?: boolean;
}

export interface QueryParameter extends Parameter {
  /** Gives `name=value&...`, or nothing when the parameter is absent. */
  readonly style: (params: Params, parameter: QueryParameter) => string;
  /** Leaves reserved characters as they are, but for those that would end the value. */
  readonly allowReserved?: boolean;
}

export interface PathParameter extends Parameter {
  /** Default: `simple`. */
  readonly style?: (value: unknown, parameter: PathParameter) => string;
  readonly allowReserved?: boolean;
}

export interface Querystring {
  readonly key: string;
  readonly encode: (value: unknown) => string;
}

export interface Part extends Partial<QueryParameter> {
  readonly contentType?: string;
  /** For `multipartBody`: puts the items of a list into one part, with this between them. */
  readonly separator?: string;
}

/** What a single call can be told; it wins over what its client was told. */
export interface CallOptions {
  /**
   * Aborts the call, whatever it is doing: it rejects with the signal's reason,
   * an `AbortError` unless another was given.
   */
  readonly signal?: AbortSignal | undefined;

  /**
   * Milliseconds that one attempt may take, body included. `Infinity`: no limit.
   *
   * @default the client's, 60_000
   */
  readonly timeout?: number | undefined;

  /**
   * Milliseconds that the whole call may take, retries and pauses included.
   *
   * @default the client's: no limit
   */
  readonly deadline?: number | undefined;

  /**
   * How often a failed request is repeated at most.
   *
   * @default the client's, 2
   */
  readonly retries?: number | undefined;

  /** Headers of this request. `undefined` takes one of the client's away. */
  readonly headers?: HeaderOptions | undefined;

  /**
   * Makes repeating the request safe, where the API has a header for it: the
   * server does the work once per key.
   *
   * @default a random UUID per call, the same for all its attempts
   */
  readonly idempotencyKey?: string | undefined;
}

/** Parameters by name, `body`, and `contentType` where there is a choice. */
export type Params = Readonly<Record<string, unknown>>;

/** Puts a part of a call on its request. */
export type WriteRequest = (
  request: OutgoingRequest,
  params: Params,
  options: CallOptions,
) => void;

/** Reads an answer. */
export type Decode = (response: Response, request: OutgoingRequest) => unknown;

/**
 * A request on its way, as `fetch` takes it: `fetch(request.url, request)`.
 *
 * Middleware sees it before credentials are put on, and may change it.
 */
export interface OutgoingRequest {
  url: string;
  method: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  body?: RequestBody;
  /** Aborts with the caller's signal and at the end of `timeout`. */
  signal: AbortSignal | null;
  /** `manual` where the runtime follows redirects itself, to keep credentials from other origins. */
  redirect?: "manual";
  /** `half`, which `fetch` demands of a body that is a stream; such a body is sent once. */
  duplex?: "half";
  readonly operation: Operation;
  /** 1 for the first try of a call. */
  attempt: number;
  /** When the call must be over, on the clock of `performance.now()`. */
  deadline?: number;
  /** True when the server has just answered 401: a credential that can be renewed is. */
  refresh?: boolean;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type RequestBody = NonNullable<RequestInit["body"]>;
