import { describe, expect, test } from "vitest";
import { Deck } from "../../generated/src/facade.js";
import {
  ApiError,
  createClient,
  isErrorOf,
  isEvent,
  listEvents,
} from "../../generated/src/index.js";
import { type Answer, type Arrived, event, serveDeck } from "./deck-server.ts";

const auth = "sk_live_1";
const pages = [["evt_1", "evt_2"], ["evt_3"], ["evt_4", "evt_5"]];

function threePages({ query }: Arrived): Answer {
  const index = Number(new Map(query).get("cursor") ?? 0);
  const more = index < pages.length - 1;
  const data = (pages[index] ?? []).map((id) => event(id));
  const body = {
    data,
    has_more: more,
    next_cursor: more ? String(index + 1) : null,
    request_id: `req_${index}`,
  };
  return { status: 200, body };
}

describe("a list", () => {
  test("is one page when awaited and every item of every page when iterated", async () => {
    await using server = await serveDeck(threePages);
    const deck = createClient({ auth, baseUrl: server.url });
    const page = await listEvents(deck);
    expect(page.data?.map(({ id }) => id)).toEqual(["evt_1", "evt_2"]);
    expect(page.next_cursor).toBe("1");
    const ids: string[] = [];
    for await (const { id } of listEvents(deck)) ids.push(id);
    expect(ids).toEqual(pages.flat());
    expect(server.arrived).toHaveLength(4);
    expect(server.arrived[0]).toEqual({
      method: "GET",
      path: "/v2/events",
      query: [],
      authorization: `Bearer ${auth}`,
    });
  });

  test("stops asking when its reader stops, and goes on from a cursor", async () => {
    await using server = await serveDeck(threePages);
    const deck = createClient({ auth, baseUrl: server.url });
    for await (const { id } of listEvents(deck)) if (id === "evt_2") break;
    expect(server.arrived).toHaveLength(1);
    const rest: string[] = [];
    for await (const { id } of listEvents(deck, { cursor: "2" })) rest.push(id);
    expect(rest).toEqual(["evt_4", "evt_5"]);
  });

  test("gives its pages, and its first answer with headers", async () => {
    await using server = await serveDeck(threePages);
    const deck = createClient({ auth, baseUrl: server.url });
    const sizes: (number | undefined)[] = [];
    for await (const page of listEvents(deck).pages()) sizes.push(page.data?.length);
    expect(sizes).toEqual([2, 1, 2]);
    const { data, response } = await listEvents(deck).withResponse();
    expect([data.request_id, response.headers.get("content-type")]).toEqual([
      "req_0",
      "application/json",
    ]);
  });

  test("is there as a method, too", async () => {
    await using server = await serveDeck(threePages);
    const deck = new Deck({ auth, baseUrl: server.url });
    const ids: string[] = [];
    for await (const { id } of deck.events.list()) ids.push(id);
    expect(ids).toEqual(pages.flat());
  });
});

test("parameters: repeated keys for lists, ISO text for dates, nothing for what is not given", async () => {
  await using server = await serveDeck(threePages);
  const deck = createClient({ auth, baseUrl: server.url });
  await listEvents(deck, {
    type: ["task_run.completed", "a.newer_type"],
    created_after: new Date("2026-01-02T03:04:05Z"),
    created_before: "2026-02-01T00:00:00Z",
    limit: 50,
  });
  expect(server.arrived[0]?.query).toEqual([
    ["type", "task_run.completed"],
    ["type", "a.newer_type"],
    ["created_after", "2026-01-02T03:04:05.000Z"],
    ["created_before", "2026-02-01T00:00:00Z"],
    ["limit", "50"],
  ]);
});

test.each(["text/plain", "application/json", "text/json; charset=utf-8"])(
  "the answer is JSON, though the server calls it %s",
  async (type) => {
    await using server = await serveDeck((request) => ({ ...threePages(request), type }));
    const page = await listEvents(createClient({ auth, baseUrl: server.url }));
    expect(page.data?.length).toBe(2);
  },
);

test("an event of a type that the SDK does not know arrives as it is", async () => {
  const body = {
    data: [event("evt_1", "robot.escaped"), event("evt_2")],
    has_more: false,
    next_cursor: null,
  };
  await using server = await serveDeck(() => ({ status: 200, body }));
  const { data = [] } = await listEvents(createClient({ auth, baseUrl: server.url }));
  expect(data.map(({ type }): string => type)).toEqual(["robot.escaped", "task_run.completed"]);
  const known = data.filter((one) => isEvent(one, "task_run.completed"));
  expect(known.map(({ id, data: run }) => [id, run.object])).toEqual([["evt_2", "task_run"]]);
});

describe("documented errors", () => {
  const errors = {
    errors: [{ type: "request", code: "wrong", message: "No." }],
    request_id: "req_1",
  };
  const validation = { title: "Wrong", errors: { limit: ["Too large."] }, traceId: "t" };
  const documented: readonly (readonly [number, unknown])[] = [
    [400, validation],
    [401, undefined],
    [403, undefined],
    [404, errors],
    [409, errors],
    [422, errors],
    [500, errors],
  ];

  test.each(documented)(
    "%i is thrown with its body, and is a result that does not throw",
    async (status, body) => {
      await using server = await serveDeck(() => ({ status, body }));
      const deck = createClient({ auth, baseUrl: server.url, retry: { limit: 0 } });
      const call = listEvents(deck);
      const error: unknown = await call.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ApiError);
      expect(isErrorOf(call, error) && { status: error.status, body: error.body }).toEqual({
        status,
        body,
      });
      const result = await listEvents(deck).result();
      expect(result.ok ? undefined : { status: result.status, error: result.error }).toEqual({
        status,
        error: body,
      });
    },
  );

  test("each status narrows to its body", async () => {
    await using server = await serveDeck(() => ({ status: 400, body: validation }));
    const result = await listEvents(createClient({ auth, baseUrl: server.url })).result();
    if (result.ok || result.status !== 400) throw new Error("The server answered 400.");
    expect(result.error.errors["limit"]).toEqual(["Too large."]);
  });

  test("a status that nobody documented is a result, too", async () => {
    await using server = await serveDeck(() => ({
      status: 418,
      type: "text/html",
      body: "<p>teapot</p>",
    }));
    const result = await listEvents(createClient({ auth, baseUrl: server.url })).result();
    expect(result.ok ? undefined : [result.status, result.error]).toEqual([418, "<p>teapot</p>"]);
  });

  test("no error shows the key", async () => {
    await using server = await serveDeck(() => ({ status: 403 }));
    const error: unknown = await listEvents(createClient({ auth, baseUrl: server.url })).catch(
      (reason: unknown) => reason,
    );
    const { inspect } = await import("node:util");
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(auth);
  });
});
