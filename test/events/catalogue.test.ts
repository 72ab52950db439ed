import { describe, expect, test } from "vitest";
import { document, page } from "./documents.ts";
import { fileOf, generateEvents } from "./generate.ts";

const config = { envelope: "ListEventData" };

describe("a docs page", () => {
  test("gives the types of all its tables, with their words as Markdown", async () => {
    const { api } = await generateEvents({ document, page, config });
    expect(
      api.events?.types.map(({ type, object, action, description }) => [
        type,
        object,
        action,
        description,
      ]),
    ).toEqual([
      ["credential.verified", "credential", "verified", "Credential `verified` a | b"],
      ["credential.invalid", "credential", "invalid", "[Rejected](#rejected) by *source*"],
      ["task_run.failed", "task_run", "failed", "A run fails"],
      ["task_run.queued", "task_run", "queued", undefined],
    ]);
  });

  test("gives payloads: id and object are certain, what the example shows is possible", async () => {
    const { api } = await generateEvents({ document, page, config });
    const shown = api.events?.payloads.map(({ object, properties }) => [
      object,
      properties.map(
        ({ name, required, schema }) => `${name}${required ? "" : "?"}: ${schema.kind}`,
      ),
    ]);
    expect(shown).toEqual([
      [
        "credential",
        ["id: string", "object: literal", "status?: string", "attempts?: number", "last?: json"],
      ],
      ["task_run", ["id: string", "object: literal"]],
    ]);
  });

  test("leaves tables of other things alone", async () => {
    const more = `${page}\n\n| Field | Type |\n| --- | --- |\n| \`id\` | string |\n`;
    const { api, diagnostics } = await generateEvents({ document, page: more, config });
    expect(api.events?.types).toHaveLength(4);
    expect(diagnostics).toEqual([]);
  });

  test("says where a row is no object.action, and leaves it out", async () => {
    const broken = page.replace("`task_run.queued`", "`task_run`       ");
    const { api, diagnostics } = await generateEvents({ document, page: broken, config });
    expect(api.events?.types).toHaveLength(3);
    expect(diagnostics).toEqual([
      'warning event-type-malformed events.md:21:3 "task_run" is no event type, because it is not an object and an action with a dot between them.',
    ]);
  });

  test("says where a type is listed a second time", async () => {
    const broken = page.replace("`task_run.queued`", "`task_run.failed`");
    const { api, diagnostics } = await generateEvents({ document, page: broken, config });
    expect(api.events?.types).toHaveLength(3);
    expect(diagnostics).toEqual([
      'warning event-type-repeated events.md:21:3 The event type "task_run.failed" is listed a second time.',
    ]);
  });

  test.each([
    ["no table", "# Events\n\nNone yet."],
    ["only a table of something else", "| Field |\n| --- |\n| `id` |"],
    ["an empty table", "| Type | Fired when |\n| --- | --- |"],
    ["nothing", ""],
  ])("with %s ends the run", async (_, empty) => {
    await expect(generateEvents({ document, page: empty, config })).rejects.toThrow(
      "This page has no table that lists event types.",
    );
  });

  test.each(["__proto__", "constructor", "a.b*/", "a.b`${1}", "a.\u2028b", "../../x.y", "a b.c"])(
    "that lists %j as a type: it is left out",
    async (type) => {
      const hostile = `${page}| ${type} | Evil |\n`;
      const { api, diagnostics } = await generateEvents({ document, page: hostile, config });
      expect(api.events?.types).toHaveLength(4);
      expect(diagnostics).toHaveLength(1);
    },
  );
});

describe("an enum of the document", () => {
  const listed = (values: string): string =>
    document.replace(
      "type: { type: string }\n        data",
      `type: { type: string, enum: [${values}] }\n        data`,
    );

  test("with a type that the page does not list adds it, and says so", async () => {
    const all =
      "credential.verified, credential.invalid, task_run.failed, task_run.queued, user.created";
    const { api, diagnostics } = await generateEvents({ document: listed(all), page, config });
    expect(api.events?.types.map(({ type }) => type).at(-1)).toBe("user.created");
    expect(diagnostics).toEqual([
      'warning event-type-unlisted api.yaml:31:31 The document knows the event type "user.created", but events.md does not list it.',
    ]);
  });

  test("without a type that the page lists says where the page does", async () => {
    const some = "credential.verified, credential.invalid, task_run.failed, task_run.queud";
    const { diagnostics } = await generateEvents({ document: listed(some), page, config });
    expect(diagnostics).toEqual([
      'warning event-type-undocumented events.md:21:3 The event type "task_run.queued" is not one of those that the document\'s enum allows.',
      'warning event-type-unlisted api.yaml:31:31 The document knows the event type "task_run.queud", but events.md does not list it.',
    ]);
  });
});

describe("the schema that carries events", () => {
  test("is guessed from a list operation, and the guess is said", async () => {
    const { api, diagnostics } = await generateEvents({ document, page });
    expect(api.events).toMatchObject({
      envelope: "#/components/schemas/ListEventData",
      discriminator: "type",
      payload: "data",
      identity: "id",
      time: "created_at",
    });
    expect(diagnostics).toEqual([
      'info event-envelope-guessed api.yaml:25:5 The schema "ListEventData" looks like the one that carries events, so it is typed as their union.',
    ]);
  });

  test("that the config names and the document has not is an error", async () => {
    const { diagnostics } = await generateEvents({
      document,
      page,
      config: { envelope: "ListEventDate" },
    });
    expect(diagnostics).toEqual([
      'error event-envelope-not-found api.yaml:1:1 The config names "ListEventDate" in `events`, but the document has no object schema of that name with a string for the type.',
    ]);
  });

  test("may be missing: then the page's example says what events have", async () => {
    const none = document.replace(
      'items: { $ref: "#/components/schemas/ListEventData" }',
      "items: { type: string }",
    );
    const { api, diagnostics } = await generateEvents({ document: none, page });
    expect(api.events?.members.map(({ name, schema }) => [name, schema.kind])).toEqual([
      ["id", "string"],
      ["object", "string"],
      ["type", "string"],
      ["data", "json"],
      ["created_at", "string"],
    ]);
    expect(diagnostics.map((line) => line.split(" ", 2).join(" "))).toEqual([
      "info event-envelope-unknown",
    ]);
  });

  test("becomes the union in answers, and the filter takes the types", async () => {
    const { api } = await generateEvents({ document, page, config });
    const [operation] = api.operations;
    expect(operation?.pagination?.item).toEqual({ kind: "anyEvent" });
    expect(operation?.parameters[0]?.schema).toEqual({
      kind: "array",
      items: { kind: "eventType" },
    });
    expect(operation?.parameters[1]?.schema).toEqual({ kind: "string" });
    expect(api.resources[0]?.operations[0]).toBe(operation);
  });
});

describe("the config", () => {
  test("may list the types itself", async () => {
    const types = [
      "agent.created",
      { type: "agent.deleted", description: "It is gone." },
      "agent",
      "agent.created",
    ];
    const { api, diagnostics } = await generateEvents({ document, config: { ...config, types } });
    expect(api.events?.types.map(({ type, description }) => [type, description])).toEqual([
      ["agent.created", undefined],
      ["agent.deleted", "It is gone."],
    ]);
    expect(diagnostics.map((line) => line.split(" ", 2).join(" "))).toEqual([
      "warning event-type-malformed",
      "warning event-type-repeated",
    ]);
  });

  test("may name the schema of a payload, of which all but id and object is optional", async () => {
    const types = ["agent.created"];
    const result = await generateEvents({
      document,
      config: { ...config, types, payloads: { agent: "Agent" } },
    });
    expect(fileOf(result, "events.ts")).toContain(`export interface AgentEventData {
  /** Begins with agt_. */
  id: string;
  object: "agent";
  owner?: Owner;
  [key: string]: unknown;
}`);
    expect(fileOf(result, "events.ts")).toContain(
      'AgentCreatedEvent extends Omit<ListEventData, "data"> {',
    );
  });

  test("may name the union", async () => {
    const result = await generateEvents({
      document,
      page,
      config: { ...config, name: "Happening" },
    });
    const text = fileOf(result, "events.ts");
    expect(text).toContain("export type Happening =\n");
    expect(text).toContain("export type HappeningOf<");
    expect(text).toContain("export const happeningTypes = [");
  });
});

test("adding a row to the page adds the type", async () => {
  const before = await generateEvents({ document, page, config });
  const after = await generateEvents({
    document,
    page: `${page}| \`task_run.paused\` | It rests |\n`,
    config,
  });
  expect(fileOf(before, "events.ts")).not.toContain("paused");
  expect(fileOf(after, "events.ts")).toContain(`/** It rests */
export interface TaskRunPausedEvent extends ListEventData {
  type: "task_run.paused";
  data: TaskRunEventData;
}`);
});
