/**
 * What `handleEvents` remembers. Deliveries come at least once and in any order,
 * to any instance of a service, so instances share one: Redis, a table.
 */
export interface EventStore {
  /**
   * Remembers the event. False if it was remembered already: then it is a
   * duplicate. Must be atomic (`SET id 1 NX`, a unique key).
   */
  claim(id: string): boolean | Promise<boolean>;

  /** Forgets an event whose handlers failed, so that it can come again. */
  release(id: string): void | Promise<void>;

  /**
   * Notes that an event of `time` (milliseconds since 1970) came for a resource.
   * Gives the latest time that was noted before, if there is one.
   */
  note?(
    resource: string,
    time: number,
  ): number | undefined | Promise<number | undefined>;
}

export interface MemoryStoreOptions {
  /** How many events and how many resources are remembered. Default: 10,000. */
  readonly capacity?: number;
}

/** Remembers within this process; when it is full, it forgets the oldest. */
export function memoryEventStore(
  options: MemoryStoreOptions = {},
): Required<EventStore> {
  const { capacity = 10_000 } = options;
  const events = new Map<string, true>();
  const latest = new Map<string, number>();
  return {
    claim(id) {
      if (events.has(id)) return false;
      remember(events, id, true, capacity);
      return true;
    },
    release(id) {
      events.delete(id);
    },
    note(resource, time) {
      const before = latest.get(resource);
      latest.delete(resource);
      remember(latest, resource, Math.max(time, before ?? time), capacity);
      return before;
    },
  };
}

function remember<Value>(
  map: Map<string, Value>,
  key: string,
  value: Value,
  capacity: number,
): void {
  map.set(key, value);
  if (map.size <= capacity) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
