import { describe, expect, test, vi } from "vitest";
import { dispatchEvents, type EventHandler } from "../../templates/runtime/events/handle.js";
import { type EventStore, memoryEventStore } from "../../templates/runtime/events/store.js";
import { event, format, type TestEvent } from "./format.ts";

type Handlers = Record<string, EventHandler<TestEvent>>;

function dispatcher(
  on: Handlers,
  more: { fallback?: EventHandler<TestEvent>; store?: EventStore } = {},
) {
  return dispatchEvents<TestEvent, Handlers>(format, { on, fallback: () => {}, ...more });
}

describe("runs", () => {
  test("the handler of the type", async () => {
    const handler = vi.fn();
    const outcome = await dispatcher({ "credential.verified": handler })(event());
    expect(handler).toHaveBeenCalledExactlyOnceWith(event(), { outOfOrder: false });
    expect(outcome).toEqual({
      event: event(),
      duplicate: false,
      outOfOrder: false,
      handlers: ["credential.verified"],
      failures: [],
    });
  });

  test("the type's handler, then the object's, then the action's", async () => {
    const dispatch = dispatcher({
      "*.failed": () => {},
      "task_run.*": () => {},
      "task_run.failed": () => {},
    });
    const { handlers } = await dispatch(event({ type: "task_run.failed" }));
    expect(handlers).toEqual(["task_run.failed", "task_run.*", "*.failed"]);
  });

  test("no group for a type that only begins like its object", async () => {
    const { handlers } = await dispatcher({ "task.*": () => {} })(
      event({ type: "task_run.failed" }),
    );
    expect(handlers).toEqual(["fallback"]);
  });

  test("the fallback for a known type without handler", async () => {
    const fallback = vi.fn();
    await dispatcher({ "task_run.*": () => {} }, { fallback })(event());
    expect(fallback).toHaveBeenCalledExactlyOnceWith(event(), { outOfOrder: false });
  });

  test("the fallback alone for an unknown type, though a group would match its name", async () => {
    const { handlers } = await dispatcher({ "task_run.*": () => {} })(
      event({ type: "task_run.paused" }),
    );
    expect(handlers).toEqual(["fallback"]);
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "the fallback for the type %s",
    async (type) => {
      const { handlers } = await dispatcher({ "credential.*": () => {} })(event({ type }));
      expect(handlers).toEqual(["fallback"]);
    },
  );
});

describe("an error of a handler", () => {
  test("does not keep the others from running, and is collected", async () => {
    const error = new Error("no");
    const second = vi.fn();
    const dispatch = dispatcher({
      "credential.verified": () => Promise.reject(error),
      "credential.*": second,
    });
    const { failures } = await dispatch(event());
    expect(failures).toEqual([{ handler: "credential.verified", error }]);
    expect(second).toHaveBeenCalledOnce();
  });

  test("lets the event come again", async () => {
    const handler = vi.fn().mockRejectedValueOnce(new Error("later"));
    const dispatch = dispatcher({ "credential.verified": handler });
    expect((await dispatch(event())).failures).toHaveLength(1);
    expect((await dispatch(event())).failures).toHaveLength(0);
    expect((await dispatch(event())).duplicate).toBe(true);
    expect(handler).toHaveBeenCalledTimes(2);
  });
});

describe("duplicates", () => {
  test("reach no handler", async () => {
    const handler = vi.fn();
    const dispatch = dispatcher({ "credential.verified": handler });
    await dispatch(event());
    expect(await dispatch(event())).toMatchObject({ duplicate: true, handlers: [] });
    expect(handler).toHaveBeenCalledOnce();
  });

  test("reach no handler while the first is still at work", async () => {
    const handler = vi.fn().mockResolvedValue(undefined);
    const dispatch = dispatcher({ "credential.verified": handler });
    const outcomes = await Promise.all([dispatch(event()), dispatch(event())]);
    expect(outcomes.map(({ duplicate }) => duplicate)).toEqual([false, true]);
  });

  test("are found by a store of the user's, asynchronous or not", async () => {
    const taken = new Set<string>();
    const store: EventStore = {
      claim: async (id) => !taken.has(id) && taken.add(id).has(id),
      release: async (id) => void taken.delete(id),
    };
    await dispatcher({}, { store })(event());
    expect((await dispatcher({}, { store })(event())).duplicate).toBe(true);
  });
});

describe("an event about a resource of which a later one came before", () => {
  const at = (id: string, created_at: string, resource = "cred_1") =>
    event({ id, created_at, data: { id: resource, object: "credential" } });

  test("is said to be out of order", async () => {
    const dispatch = dispatcher({});
    const outcomes = [
      await dispatch(at("evt_2", "2025-01-15T10:00:00Z")),
      await dispatch(at("evt_1", "2025-01-15T09:59:59Z")),
      await dispatch(at("evt_3", "2025-01-15T10:00:00+00:00")),
    ];
    expect(outcomes.map(({ outOfOrder }) => outOfOrder)).toEqual([false, true, false]);
  });

  test("is not confused with other resources", async () => {
    const dispatch = dispatcher({});
    await dispatch(at("evt_2", "2025-01-15T10:00:00Z"));
    expect((await dispatch(at("evt_1", "2025-01-15T09:00:00Z", "cred_2"))).outOfOrder).toBe(false);
  });

  test("may have Unix seconds instead of a date-time", async () => {
    const dispatch = dispatcher({});
    await dispatch({ ...event({ id: "b" }), created_at: 20 as never });
    expect((await dispatch({ ...event({ id: "a" }), created_at: 10 as never })).outOfOrder).toBe(
      true,
    );
  });

  test("is found within the process when the store does not note times", async () => {
    const { claim, release } = memoryEventStore();
    const dispatch = dispatcher({}, { store: { claim, release } });
    await dispatch(at("evt_2", "2025-01-15T10:00:00Z"));
    expect((await dispatch(at("evt_1", "2025-01-15T09:00:00Z"))).outOfOrder).toBe(true);
  });
});

describe("the store in memory", () => {
  test("forgets the oldest when it is full", () => {
    const store = memoryEventStore({ capacity: 2 });
    expect(["a", "b", "c", "c", "b", "a"].map((id) => store.claim(id))).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  test("keeps the latest time of the resources that came last", () => {
    const store = memoryEventStore({ capacity: 2 });
    expect([
      store.note("a", 5),
      store.note("b", 1),
      store.note("a", 3),
      store.note("c", 1),
    ]).toEqual([undefined, undefined, 5, undefined]);
    expect([store.note("a", 9), store.note("b", 9)]).toEqual([5, undefined]);
  });
});

test("an event whose store fails after it was claimed can come again", async () => {
  const memory = memoryEventStore();
  let notes = 0;
  const store: EventStore = {
    ...memory,
    note(resource, time) {
      if (notes++ === 0) throw new Error("store is down");
      return memory.note(resource, time);
    },
  };
  const fallback = vi.fn();
  const dispatch = dispatcher({}, { fallback, store });
  await expect(dispatch(event())).rejects.toThrow("store is down");
  expect(await dispatch(event())).toMatchObject({ duplicate: false, failures: [] });
  expect(fallback).toHaveBeenCalledOnce();
});
