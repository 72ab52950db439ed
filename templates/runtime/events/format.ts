/** The JSON type that a member of every event has. */
export type MemberKind = "string" | "number" | "boolean" | "object" | "any";

/** What this runtime has to know about the events of an API. */
export interface EventFormat<Event> {
  /** For the type checker only: what the events are. */
  readonly event?: Event;

  /** The property that holds the type. */
  readonly type: string;

  /** The property that identifies an event over all its deliveries. */
  readonly id?: string;

  /** The property that says when it happened: a date-time, or Unix seconds. */
  readonly time?: string;

  /** The property that holds what the event is about. */
  readonly payload?: string;

  /** The members that every event has, with their JSON types. */
  readonly members: readonly (readonly [name: string, kind: MemberKind])[];

  /** The types this SDK knows. */
  readonly types: readonly string[];

  /** The known types whose payload is typed as an object. */
  readonly objects?: readonly string[];
}

/** A JSON object, as `JSON.parse` gives it: any own key, `__proto__` too. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Tells JSON objects (and messages of queue clients) from the rest. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member of the object itself, never one that its prototype lends. */
export function own(record: JsonRecord, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
