import { type EventFormat, isRecord, type JsonRecord, own } from "./format.js";
import { type EventOf, isOfType } from "./groups.js";
import { type EventStore, memoryEventStore } from "./store.js";

/** What a handler learns besides the event. */
export interface EventContext {
  /**
   * True if a later event about the same resource came before this one, so that
   * what this one says may be out of date.
   */
  readonly outOfOrder: boolean;
}

/** Takes one event. What it returns is awaited, and otherwise ignored. */
export type EventHandler<Event> = (
  event: Event,
  context: EventContext,
) => unknown;

/** Handlers by type or group, each for just those events. */
export type HandlersOf<Event, Tag extends string, Pattern extends string> = {
  readonly [P in Pattern]?: EventHandler<EventOf<Event, Tag, P>>;
};

export interface HandleOptions<Event, Handlers> {
  /**
   * Handlers by type (`"credential.verified"`) or by group (`"task_run.*"`,
   * `"*.failed"`). Each one that matches runs, one after the other in this
   * order: type, object, action.
   */
  readonly on: Handlers;

  /** Takes every event that no handler takes, and those of unknown types. */
  readonly fallback: EventHandler<Event>;

  /** Where handled events are remembered. Default: this process, 10,000. */
  readonly store?: EventStore;
}

/** What became of an event. */
export interface EventOutcome<Event> {
  readonly event: Event;
  /** True if it was handled before. Then nothing ran. */
  readonly duplicate: boolean;
  readonly outOfOrder: boolean;
  /** The keys of the handlers that ran; `fallback` if none matched. */
  readonly handlers: readonly string[];
  /** What they threw. If there is any, the event may come again. */
  readonly failures: readonly EventFailure[];
}

export interface EventFailure {
  /** The key of the handler. */
  readonly handler: string;
  readonly error: unknown;
}

/** Handles an event. Never rejects because of a handler. */
export interface EventDispatcher<Event> {
  (event: Event): Promise<EventOutcome<Event>>;
  readonly format: EventFormat<Event>;
}

/** Makes one function of handlers. Duplicates reach no handler. */
export function dispatchEvents<Event, Handlers extends object>(
  format: EventFormat<Event>,
  options: HandleOptions<Event, Handlers>,
): EventDispatcher<Event> {
  const { fallback, store = memoryEventStore() } = options;
  const handlers = handlersOf<Event>(options.on);
  const order = store.note === undefined ? memoryEventStore() : store;

  async function dispatch(event: Event): Promise<EventOutcome<Event>> {
    const record = event as JsonRecord;
    const id = textOf(record, format.id);
    if (id !== undefined && !(await store.claim(id))) return duplicate(event);
    let handled = false;
    try {
      const outcome = await handle(event, record);
      handled = outcome.failures.length === 0;
      return outcome;
    } finally {
      // Also when the store fails on the way: what nobody handled can come again.
      if (!handled && id !== undefined) await store.release(id);
    }
  }

  async function handle(
    event: Event,
    record: JsonRecord,
  ): Promise<EventOutcome<Event>> {
    const outOfOrder = await isOutOfOrder(format, order, record);
    const chosen = handlersFor(format, handlers, record);
    if (chosen.length === 0) chosen.push(["fallback", fallback]);
    const failures = await run(chosen, event, { outOfOrder });
    const names = chosen.map(([name]) => name);
    return { event, duplicate: false, outOfOrder, handlers: names, failures };
  }

  return Object.assign(dispatch, { format });
}

type NamedHandler<Event> = readonly [name: string, EventHandler<Event>];

/** Types first, then groups by object, then groups by action. */
function handlersOf<Event>(on: object): readonly NamedHandler<Event>[] {
  const handlers = Object.entries(
    on as Record<string, EventHandler<Event> | undefined>,
  ).filter((one): one is [string, EventHandler<Event>] => one[1] !== undefined);
  return ["type", "object", "action"].flatMap((reach) =>
    handlers.filter(([name]) => reachOf(name) === reach),
  );
}

function reachOf(name: string): "type" | "object" | "action" {
  if (name.endsWith(".*")) return "object";
  return name.startsWith("*.") ? "action" : "type";
}

/** Groups hold known types only: their handlers are typed for no others. */
function handlersFor<Event>(
  format: EventFormat<unknown>,
  handlers: readonly NamedHandler<Event>[],
  event: JsonRecord,
): NamedHandler<Event>[] {
  const type = textOf(event, format.type);
  if (type === undefined) return [];
  return handlers.filter(([name]) => isOfType(format.types, type, name));
}

async function run<Event>(
  handlers: readonly NamedHandler<Event>[],
  event: Event,
  context: EventContext,
): Promise<readonly EventFailure[]> {
  const failures: EventFailure[] = [];
  for (const [handler, handle] of handlers) {
    try {
      await handle(event, context);
    } catch (error) {
      failures.push({ handler, error });
    }
  }
  return failures;
}

async function isOutOfOrder(
  format: EventFormat<unknown>,
  store: EventStore,
  event: JsonRecord,
): Promise<boolean> {
  const resource = resourceOf(format, event);
  const time = timeOf(format, event);
  if (resource === undefined || time === undefined) return false;
  const latest = await store.note?.(resource, time);
  return latest !== undefined && latest > time;
}

function resourceOf(
  format: EventFormat<unknown>,
  event: JsonRecord,
): string | undefined {
  const payload = own(event, format.payload ?? "");
  if (!isRecord(payload)) return undefined;
  const id = textOf(payload, "id");
  return id && `${textOf(payload, "object") ?? ""} ${id}`;
}

/** Milliseconds since 1970 of a date-time or of Unix seconds. */
function timeOf(
  format: EventFormat<unknown>,
  event: JsonRecord,
): number | undefined {
  const value = own(event, format.time ?? "");
  if (typeof value === "number") return value * 1000;
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function textOf(
  record: JsonRecord,
  name: string | undefined,
): string | undefined {
  const value = name === undefined ? undefined : own(record, name);
  return typeof value === "string" ? value : undefined;
}

function duplicate<Event>(event: Event): EventOutcome<Event> {
  return {
    event,
    duplicate: true,
    outOfOrder: false,
    handlers: [],
    failures: [],
  };
}
