/**
 * The model: what an API is, said without OpenAPI's words and without TypeScript's.
 *
 * `lower/` is the only writer, `layout` and `emit/` are the readers. Everything is readonly plain data in the
 * order of the document, discriminated on `kind`. This file imports nothing.
 */

/** Where a thing stands in the input: the key of the stability lock and of every lookup, `<source>#<JSON pointer>`. */
export type DeclarationId = string;

/** The whole API, as far as an SDK needs to know it. */
export interface Api {
  readonly title: string;
  readonly version: string;
  readonly description: string | undefined;
  /** Root servers, in order; the first is the SDK's default base URL. */
  readonly servers: readonly Server[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** What an operation without `security` of its own needs. `[]` = nothing. */
  readonly security: readonly SecurityRequirement[];
  /** Named schemas: all components in document order, then those reached only through other references. */
  readonly declarations: readonly Declaration[];
  /** Operations grouped as the document's tags group them, in the order of the tags. */
  readonly resources: readonly Resource[];
  readonly operations: readonly Operation[];
  /** Requests that the API sends: OpenAPI `webhooks` and every operation's `callbacks`. */
  readonly webhooks: readonly Webhook[];
  /** The documented events, when a catalogue was given or found. */
  readonly events: EventCatalogue | undefined;
  /** True when a part of the document could not be read and is typed as unknown instead. */
  readonly incomplete: boolean;
}

export interface Server {
  /** The URL template with its variables' defaults still as `{name}`. */
  readonly url: string;
  readonly description: string | undefined;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly values: readonly string[] | undefined;
  readonly description: string | undefined;
}

/** One way to authenticate (OpenAPI "Security Scheme Object"), reduced to what reaches the wire. */
export interface SecurityScheme {
  /** The scheme's key in the document. */
  readonly name: string;
  readonly kind: "bearer" | "basic" | "apiKey" | "unsupported";
  /** `apiKey` only: where the key goes, and under which name. */
  readonly in: "header" | "query" | "cookie" | undefined;
  readonly parameter: string | undefined;
  readonly description: string | undefined;
  /** Only OpenAPI 3.2 can say it. */
  readonly deprecated: boolean;
}

/** All of these schemes together satisfy the requirement. An empty list means "no credentials needed". */
export type SecurityRequirement = readonly {
  readonly scheme: string;
  readonly scopes: readonly string[];
}[];

/** A group of operations: an OpenAPI tag, or the first path segment where operations carry no tag. */
export interface Resource {
  readonly name: string;
  readonly description: string | undefined;
  readonly operations: readonly Operation[];
}

/** What people wrote about a thing. All text is the document's own and hostile until it went through an encoder. */
export interface Docs {
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly deprecated?: boolean | undefined;
  readonly externalUrl?: string | undefined;
  /** The default that the server applies, as a JSON value. */
  readonly default?: unknown;
  readonly examples?: readonly unknown[] | undefined;
  readonly format?: string | undefined;
  /** Constraints that a type cannot say, in order: `["minimum", 1]`, `["pattern", "^a"]`. */
  readonly constraints?: readonly (readonly [keyword: string, value: unknown])[] | undefined;
}

/** In which direction values of a schema travel. */
export type Direction = "request" | "response";

/** A named schema. It becomes an exported type, used by an operation or not. */
export interface Declaration {
  readonly id: DeclarationId;
  /** The name that the document gives it: a component key, a `$defs` key, a file's base name, a `title`. */
  readonly name: string;
  readonly docs: Docs;
  /** As it arrives in answers; also the only variant when both directions are equal. */
  readonly schema: Schema;
  /** As it is sent, where that differs (readOnly/writeOnly members, open enums, number-or-string unions). */
  readonly requestSchema: Schema | undefined;
  /** Directions in which operations use it; neither for a component that no operation reaches. */
  readonly usedIn: { readonly request: boolean; readonly response: boolean };
  /** Names of type parameters, when the declaration is a generic recovered from a family such as `PageOfX`. */
  readonly typeParameters: readonly string[];
  /** The resources whose operations reach it, in document order. Decides its module, never its name. */
  readonly resources: readonly string[];
}

/** A type, described by what its JSON (or its bytes) may be. */
export type Schema =
  | UnknownSchema
  | JsonSchema
  | NeverSchema
  | NullSchema
  | BooleanSchema
  | NumberSchema
  | StringSchema
  | NumericTextSchema
  | DateTimeSchema
  | BinarySchema
  | LiteralSchema
  | EnumSchema
  | ArraySchema
  | TupleSchema
  | ObjectSchema
  | UnionSchema
  | IntersectionSchema
  | ReferenceSchema
  | TypeParameterSchema
  | AnyEventSchema
  | EventTypeSchema;

/** Nothing is known: the schema is empty, or a part of the document could not be read. */
export interface UnknownSchema {
  readonly kind: "unknown";
}
/** Any JSON value, said on purpose (ASP.NET's JsonElement). */
export interface JsonSchema {
  readonly kind: "json";
}
/** No value: `false`, `not: {}`. */
export interface NeverSchema {
  readonly kind: "never";
}
export interface NullSchema {
  readonly kind: "null";
}
export interface BooleanSchema {
  readonly kind: "boolean";
}
export interface NumberSchema {
  readonly kind: "number";
}
export interface StringSchema {
  readonly kind: "string";
}
/** A number written as text: the string half of ASP.NET's number-or-string unions. */
export interface NumericTextSchema {
  readonly kind: "numericText";
  /** True for digits with an optional minus only, false where a fraction may follow. */
  readonly integer: boolean;
}
/** A date-time that a caller may also give as a `Date`. Only in parameters, where the runtime serialises it. */
export interface DateTimeSchema {
  readonly kind: "dateTime";
}
/** Bytes that are not JSON: a binary body, or a part of a multipart one, which a caller may give a file name. */
export interface BinarySchema {
  readonly kind: "binary";
  readonly part: boolean;
}
export interface LiteralSchema {
  readonly kind: "literal";
  readonly value: string | number | boolean;
}
/** A closed list of scalars. `open` adds "a value this SDK does not know yet", which can arrive but not be sent. */
export interface EnumSchema {
  readonly kind: "enum";
  readonly values: readonly (string | number | boolean | null)[];
  /** `unrecognized`: narrows and cannot be made by hand; `suggestion`: any string goes, the values are completed. */
  readonly open: "no" | "unrecognized" | "suggestion";
}
export interface ArraySchema {
  readonly kind: "array";
  readonly items: Schema;
}
/** `prefixItems`: positions of their own, of which `required` must be there; `rest` undefined closes the list. */
export interface TupleSchema {
  readonly kind: "tuple";
  readonly items: readonly Schema[];
  readonly required: number;
  readonly rest: Schema | undefined;
}
export interface ObjectSchema {
  readonly kind: "object";
  readonly properties: readonly Property[];
  /** References to object declarations whose members this one has too; their names never overlap with `properties`. */
  readonly extends: readonly ReferenceSchema[];
  /** What keys of a certain form hold (`patternProperties`). No two have the same texts. */
  readonly patterns: readonly KeyPattern[];
  /** What any other key holds. `undefined` = the document does not say (open, but nothing to type). */
  readonly rest: Schema | undefined;
  /** True when the document forbids other keys (`additionalProperties: false`). */
  readonly closed: boolean;
}
/** Keys that are made of texts with anything between them: `["x-", ""]` is `x-...`, `["", "_id"]` is `..._id`. */
export interface KeyPattern {
  readonly texts: readonly string[];
  readonly schema: Schema;
}
export interface Property {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  readonly docs: Docs;
}
export interface UnionSchema {
  readonly kind: "union";
  readonly members: readonly Schema[];
  /** The property that tells the members apart, when the document names one. */
  readonly discriminator: string | undefined;
  /** True adds the member "an object whose tag this SDK does not know yet". Only with a discriminator. */
  readonly open: boolean;
}
export interface IntersectionSchema {
  readonly kind: "intersection";
  readonly members: readonly Schema[];
}
export interface ReferenceSchema {
  readonly kind: "reference";
  readonly target: DeclarationId;
  /** Which variant of a two-variant declaration is meant. */
  readonly direction: Direction;
  readonly typeArguments: readonly Schema[];
}
export interface TypeParameterSchema {
  readonly kind: "typeParameter";
  readonly name: string;
}
/** The union of all documented events (and the unrecognised rest). */
export interface AnyEventSchema {
  readonly kind: "anyEvent";
}
/** The name of an event type: completed by the editor, any string accepted. */
export interface EventTypeSchema {
  readonly kind: "eventType";
}

/** One call: a method on a path. */
export interface Operation {
  readonly id: DeclarationId;
  /** `operationId` as written, if there is one. */
  readonly operationId: string | undefined;
  /** As sent: upper case for the standard methods, as written for `additionalOperations`. */
  readonly method: string;
  /** The path template as written: `/repos/{owner}/{repo}`. */
  readonly path: string;
  /** The name of its resource. */
  readonly resource: string;
  readonly docs: Docs;
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | undefined;
  /** In document order. */
  readonly responses: readonly Response[];
  /** Alternatives, or undefined for the API's default. */
  readonly security: readonly SecurityRequirement[] | undefined;
  /** Its own servers; empty for the API's. */
  readonly servers: readonly Server[];
  readonly pagination: Pagination | undefined;
  /** The boolean of the body that asks for a stream instead of one answer, where the answer can be either. */
  readonly streamFlag: string | undefined;
  /** The header that makes a repeated request safe, when the API has one for this operation. */
  readonly idempotencyHeader: string | undefined;
}

export type ParameterPlace = "path" | "query" | "header" | "cookie" | "querystring";
export type ParameterStyle =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "tabDelimited"
  | "deepObject"
  | "cookie";

export interface Parameter {
  /** As on the wire. */
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly schema: Schema;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Set when the value travels as JSON, or as a whole query string of this media type (`content` instead of `schema`). */
  readonly mediaType: string | undefined;
  readonly docs: Docs;
}

/** How bytes become values: decided once, from the media type. */
export type ContentKind =
  "json" | "urlencoded" | "multipart" | "text" | "binary" | "eventStream" | "jsonLines" | "xml";

export interface Content {
  readonly mediaType: string;
  /** Other media types of the document with this kind and schema: an answer may come as one, a caller may name one. */
  readonly others: readonly string[];
  readonly kind: ContentKind;
  /** For streams: the type of one item. */
  readonly schema: Schema;
  readonly encodings: readonly PartEncoding[];
  /** For event streams whose items are events with all their fields: how `data` is read. Else items are the data. */
  readonly eventData?: "text" | "json";
}

/** How one property, or one place in a list, of a urlencoded or multipart body is written (OpenAPI "Encoding Object"). */
export interface PartEncoding {
  readonly property: string;
  readonly contentType: string | undefined;
  readonly style: ParameterStyle | undefined;
  readonly explode: boolean | undefined;
  readonly allowReserved: boolean;
}

export interface RequestBody {
  readonly required: boolean;
  /** At least one. Media types with one meaning (`text/json` beside `application/json`) are already one. */
  readonly contents: readonly Content[];
  readonly docs: Docs;
}

export interface Response {
  /** `200`, a range as its first digit (`4` for `4XX`), or `default`. */
  readonly status: number | "default";
  /** True when `status` is the first digit of a range. */
  readonly range: boolean;
  /** Empty: the answer has no body. */
  readonly contents: readonly Content[];
  readonly headers: readonly Header[];
  readonly docs: Docs;
}

export interface Header {
  readonly name: string;
  /** Of its text: a schema whose values are all strings. */
  readonly schema: Schema;
  readonly required: boolean;
  readonly docs: Docs;
}

/** How a list operation is read page by page. All paths are property names from the root of the answer. */
export interface Pagination {
  readonly kind: "cursor" | "bodyCursor" | "lastItem" | "offset" | "page" | "link";
  /** The query parameter, for `bodyCursor` the member of the body, that asks for the next page; none for a next link. */
  readonly parameter: string | undefined;
  /** The query parameter that is an object, where `parameter` is a member of that. Only for `offset` and `page`. */
  readonly within: string | undefined;
  /** Where the items are; `[]` when the answer itself is the list. */
  readonly items: readonly string[];
  /** Where the next cursor or the next link is; for `lastItem` from the root of that item. */
  readonly next: readonly string[] | undefined;
  /** A boolean that says whether there is more. */
  readonly more: readonly string[] | undefined;
  /** The number of the first page, for `page`; undefined: 1. */
  readonly start: number | undefined;
  /** The query parameter with the size of a page, if there is one. */
  readonly size: string | undefined;
  /** The type of one item. */
  readonly item: Schema;
}

export interface Webhook {
  /** The key under `webhooks`, or the callback's name. */
  readonly name: string;
  /** The id of the operation whose callback it is; undefined for a webhook of the document. */
  readonly callbackOf: DeclarationId | undefined;
  /**
   * Its parameters are those that a receiver finds by their name, as text: headers, and members of the query, where the
   * schema of one that may come several times is an array.
   */
  readonly operation: Operation;
}

/** The event types of an API, whatever the document they were read from. */
export interface EventCatalogue {
  /** What the union of all events is called, when the config says. */
  readonly name: string | undefined;
  /**
   * `summary`: an envelope around a summary of the resource, which is open; `whole`: each type has a schema of its own
   * for the whole event; `named`: bodies do not tell their type, so the receiver puts it in front: `{ type, data }`.
   */
  readonly kind: "summary" | "whole" | "named";
  /** The schema that carries events in answers, e.g. `ListEventData`; undefined if nothing carries them. */
  readonly envelope: DeclarationId | undefined;
  /** The property that holds the type. */
  readonly discriminator: string;
  /** The property that holds what the event is about. */
  readonly payload: string | undefined;
  /** The property that says which event it is, the same in all deliveries of it. */
  readonly identity: string | undefined;
  /** The property that says when it happened. */
  readonly time: string | undefined;
  /** What all events have, discriminator and payload included, as far as the document types it. */
  readonly members: readonly Property[];
  /** What the payloads of an object hold besides being open; `summary` only. In the order of the types. */
  readonly payloads: readonly EventPayload[];
  /** In the order of the page or the document. */
  readonly types: readonly EventType[];
  /** Whether the SDK gets the entry that receives events: only when the config has `events`. */
  readonly receiver: boolean;
  /** How deliveries are signed, when the config says. */
  readonly signature: "standard-webhooks" | undefined;
}

/** What is known of the payload of all events of one object. */
export interface EventPayload {
  readonly id: DeclarationId;
  /** `task_run` */
  readonly object: string;
  readonly properties: readonly Property[];
}

/** One documented event: `task_run.completed`. */
export interface EventType {
  readonly id: DeclarationId;
  readonly type: string;
  /** `task_run`: all but the last word; the whole type when it has no dot. */
  readonly object: string;
  /** `completed`; undefined when the type has no dot. */
  readonly action: string | undefined;
  /** When it is sent, as the page or the document has it (Markdown). */
  readonly description: string | undefined;
  /** The whole event (`whole`), or its payload (`named`). */
  readonly schema: Schema | undefined;
}
