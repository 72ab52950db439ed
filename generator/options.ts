/** What `deckhand.config.ts` may say. All of it is plain JSON data. */
export interface Config extends ProjectConfig {
  /**
   * Several documents in one run, each with an output of its own, instead of `input`. What an entry leaves out is as
   * the configuration around it says; a string is an entry that only names its document.
   */
  readonly inputs?: readonly (string | InputConfig)[];
  /** Where the documents come from: what `deckhand pull` fetches. Nothing else looks at it. */
  readonly sources?: readonly SourceConfig[];
}

/** A document on the web, and the file that `deckhand pull` keeps it in. */
export interface SourceConfig {
  /** An http(s) URL of an OpenAPI document, or of a documentation index such as `llms.txt`. */
  readonly from: string;
  /** The file for the OpenAPI document, relative to the config and below its folder: `spec/v2.json`. */
  readonly to: string;
  /** The folder for the pages of a documentation index. Default: `docs` beside `to`. */
  readonly docs?: string;
  /**
   * Which of several documents an index is about, by the end of its address, `v2.json`, or by the title of its excerpts
   * where these name none.
   */
  readonly document?: string;
  /** What an index lists and nobody wants, by the beginning of its path or address: `/v1/`. */
  readonly ignore?: readonly string[];
}

/** What may be fetched, by any command, and how. */
export interface NetworkConfig {
  /**
   * Origins that documents may lead to, besides those that are named: `https://files.example.com`, whatever its address
   * is; `https://*.example.com` or `*`, as long as the addresses are public.
   */
  readonly allow?: readonly string[];
  /** By origin: the environment variable with the token for `Authorization: Bearer`, or another header's value. */
  readonly credentials?: Readonly<Record<string, string | CredentialConfig>>;
  /** For one request, in milliseconds. Default 30000. */
  readonly timeout?: number;
  /** For everything that a command fetches, in milliseconds. Default 600000. */
  readonly totalTimeout?: number;
  /** Of one document, after decompression. Default 64 MiB. */
  readonly maxBytes?: number;
  /** That one document or index may bring in. Default 1000. */
  readonly maxDocuments?: number;
  /** How often a request is sent again after 429, 5xx or a broken connection. Default 3. */
  readonly retries?: number;
}

export interface CredentialConfig {
  /** The name of an environment variable, never the secret itself. */
  readonly variable: string;
  /** The header that its value is sent in, as it is. Default: `Authorization: Bearer VALUE`. */
  readonly header?: string;
}

/** A document of several, and the options that are its own. */
export interface InputConfig extends ProjectConfig {
  readonly input: string;
  /** Default: a folder called after the document, inside of the configuration's `output`. */
  readonly output?: string;
}

/** The options of one SDK. */
export interface ProjectConfig {
  /** The OpenAPI document: a path (relative to the config) or an http(s) URL; JSON, YAML, or a docs page with a fenced block. */
  readonly input?: string;
  /** OpenAPI Overlays (1.0, 1.1) that change the document before anything else reads it, in this order: paths or URLs. */
  readonly overlays?: readonly string[];
  /** The folder to write into, relative to the config. */
  readonly output?: string;
  /** Makes the output a whole npm package; without it, only TypeScript sources are written. */
  readonly package?: PackageConfig;
  /** Values that the SDK does not know yet: `open` (default) lets them arrive in answers, `closed` does not. */
  readonly enums?: "open" | "closed";
  /** The documented event types, where the OpenAPI document does not have them. */
  readonly events?: EventsConfig;
  /** The header that makes a repeated request safe, where the document does not say so. */
  readonly idempotencyKey?: IdempotencyConfig;
  /**
   * How lists are read page by page, by `operationId` or `GET /path`, where the document does not show it: `false` for
   * one that is no list, whatever it looks like.
   */
  readonly pagination?: Readonly<Record<string, false | PaginationConfig>>;
  /** `false` leaves the retry module out of the SDK. */
  readonly retry?: boolean;
  /** Whether the SDK has its operations as methods of a class, too, in an entry of its own. Default: only a package has. */
  readonly facade?: boolean;
  /** Treats every broken part of the document as an error that stops the run. */
  readonly strict?: boolean;
  /** What may be fetched where documents refer to the web. */
  readonly network?: NetworkConfig;
  /** The ending of relative imports in generated code. Default `.js`. */
  readonly importExtension?: ".js" | ".ts" | "";
}

export interface IdempotencyConfig {
  /** `Idempotency-Key` */
  readonly header: string;
  /** Of the operations that take it. Default: `POST`, `PATCH`, `DELETE`. */
  readonly methods?: readonly string[];
}

/** A way into an answer: `meta.after`, or a list of names where one of them has a dot: `["page.info", "after"]`. */
export type Way = string | readonly string[];

/** How one list is read on. */
export interface PaginationConfig {
  /**
   * What asks for the next page: a cursor in the query or the body, the id of the last item, a count of items, a number
   * of a page, a link in the answer.
   */
  readonly by: "cursor" | "bodyCursor" | "lastItem" | "offset" | "page" | "link";
  /** The query parameter or member of the body that asks for it; none for a link. */
  readonly parameter?: string;
  /** Where the items are: `data`. Default: the answer itself is the list. */
  readonly items?: Way;
  /** Where the next cursor or link is: `paging.next`. For `lastItem` where its id is in the item; default `id`. */
  readonly next?: Way;
  /** Where the answer says whether there is more. */
  readonly more?: Way;
  /** For `page`: the number of the first page. Default 1. */
  readonly start?: number;
}

export interface PackageConfig {
  readonly name: string;
  readonly version?: string;
  readonly license?: string;
  readonly repository?: string;
  /** Its name on JSR, where a name needs a scope: `@deck/sdk`. Default: `name`. */
  readonly jsr?: string;
}

export interface EventsConfig {
  /** A docs page (Markdown) whose tables list the event types: a path relative to the config, or an http(s) URL. */
  readonly page?: string;
  /** The event types themselves, instead of a page. */
  readonly types?: readonly EventTypeConfig[];
  /** The component schema that carries events, e.g. `ListEventData`. Guessed, and said in the report, when left out. */
  readonly envelope?: string;
  /** The component schema of what the events of an object hold: `{ credential: "Credential" }`. All of it is optional. */
  readonly payloads?: Readonly<Record<string, string>>;
  /** The name of the union type. Default: `<Api>Event`. */
  readonly name?: string;
  /** How webhooks are signed. `standard-webhooks` adds verifying and receiving them to the SDK. */
  readonly signature?: "standard-webhooks";
}

/** `agent.created`, or the type together with when it is sent. */
export type EventTypeConfig = string | { readonly type: string; readonly description?: string };
