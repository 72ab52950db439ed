import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot, temporaryFolder, writeFiles } from "../harness/folders.ts";
import { filesPrettierWouldChange } from "../harness/prettier.ts";
import { typeErrors } from "../harness/typescript.ts";
import { type EventsResult, fileOf, generateEvents } from "./generate.ts";

const tagged = `openapi: 3.1.1
info: { title: Batch API, version: "1" }
paths: {}
webhooks:
  batch_completed:
    post:
      description: |
        Sent when a batch is complete.
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Completed" } } } }
  batch_failed:
    post:
      summary: Sent when a batch failed.
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Failed" } } } }
components:
  schemas:
    Completed:
      type: object
      required: [id, type, created_at, data]
      properties:
        id: { type: string }
        type: { type: string, enum: [batch.completed] }
        created_at: { type: integer }
        data: { type: object, required: [id], properties: { id: { type: string } } }
    Failed:
      type: object
      required: [id, type, created_at, data]
      properties:
        id: { type: string }
        type: { const: batch.failed }
        created_at: { type: integer }
        data: { type: object, required: [id, reason], properties: { id: { type: string }, reason: { type: string } } }
`;

const untagged = `openapi: 3.1.1
info: { title: Trips, version: "1" }
paths: {}
webhooks:
  newBooking:
    post:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Booking" } } } }
  cancelled:
    post: {}
components:
  schemas:
    Booking: { type: object, required: [id], properties: { id: { type: string } } }
`;

describe("webhooks whose bodies say their type", () => {
  test("give one event a webhook, of its own schema", async () => {
    const { api } = await generateEvents({
      document: tagged,
      config: { signature: "standard-webhooks" },
    });
    expect(api.events).toMatchObject({
      kind: "whole",
      discriminator: "type",
      payload: "data",
      identity: "id",
      time: "created_at",
    });
    expect(api.events?.types).toMatchObject([
      {
        type: "batch.completed",
        object: "batch",
        action: "completed",
        description: "Sent when a batch is complete.",
      },
      { type: "batch.failed", description: "Sent when a batch failed." },
    ]);
  });

  test("are declared as the document's schemas with their constant", async () => {
    const result = await generateEvents({ document: tagged });
    expect(fileOf(result, "events.ts")).toContain(`export type BatchEvent =
  BatchCompletedEvent | BatchFailedEvent | UnrecognizedBatchEvent;

/** Sent when a batch is complete. */
export interface BatchCompletedEvent extends Completed {
  type: "batch.completed";
}
`);
    expect(fileOf(result, "events.ts")).toContain(`export interface UnrecognizedBatchEvent {
  type: Unrecognized;
  id: string;
  created_at: number;
  data: JsonValue;
}`);
  });

  test("are told apart by the members of a union, where one webhook sends several", async () => {
    const union = tagged
      .replace(/ {2}batch_failed:[\s\S]*?(?=components:)/, "")
      .replace(
        'schema: { $ref: "#/components/schemas/Completed" }',
        "schema: { oneOf: [{ $ref: '#/components/schemas/Completed' }, { $ref: '#/components/schemas/Failed' }] }",
      );
    const { api } = await generateEvents({ document: union });
    expect(api.events?.types.map(({ type }) => type)).toEqual(["batch.completed", "batch.failed"]);
  });

  test("bind a receiver only when the config has events, verifying only when it says how they are signed", async () => {
    const without = await generateEvents({ document: tagged });
    expect(fileOf(without, "webhooks.ts")).toBe("");
    const unsigned = await generateEvents({ document: tagged, config: {} });
    expect(fileOf(unsigned, "webhooks.ts")).toContain("export function parseEvent(");
    expect(fileOf(unsigned, "webhooks.ts")).not.toContain("verifyWebhook");
    const signed = await generateEvents({
      document: tagged,
      config: { signature: "standard-webhooks" },
    });
    expect(fileOf(signed, "webhooks.ts")).toContain("export function verifyWebhook(");
    expect(fileOf(signed, "webhooks.ts")).toContain('["created_at", "number"],');
  });
});

describe("webhooks whose bodies do not say their type", () => {
  test("are events by the name of the webhook, around the body", async () => {
    const result = await generateEvents({ document: untagged, config: {} });
    expect(fileOf(result, "events.ts")).toContain(`export interface NewBookingEvent {
  type: "newBooking";
  data: Booking;
}`);
    expect(fileOf(result, "events.ts")).toContain(`export interface CancelledEvent {
  type: "cancelled";
  data: unknown;
}`);
    expect(fileOf(result, "webhooks.ts")).toContain(
      "export function parseEvent(type: string, body: unknown): TripsEvent {",
    );
  });

  test("can not be verified without their type, which is said", async () => {
    const { diagnostics } = await generateEvents({
      document: untagged,
      config: { signature: "standard-webhooks" },
    });
    expect(diagnostics).toEqual([
      "warning events-without-type api.yaml:4:1 The bodies of these webhooks do not say their type, so the SDK can not verify and dispatch deliveries by itself.",
    ]);
  });
});

const corpus = join(projectRoot, "../shared/corpus");

// The corpus is not part of the project: where it is not at hand, the documents above have to do.
describe.skipIf(!existsSync(corpus)).each<[file: string, types: number, first: string]>([
  ["openai.json", 16, "batch.cancelled"],
  ["museum.yaml", 1, "publishNewEvent"],
  ["train-travel.json", 1, "newBooking"],
  ["learn-tictactoe.yaml", 1, "markStatus"],
])("the webhooks of %s", (file, types, first) => {
  test("are typed events that compile and are formatted", async () => {
    const result = await generate(file);
    expect(result.api.events?.types).toHaveLength(types);
    expect(result.api.events?.types[0]?.type).toBe(first);
    const own = result.files.filter(({ path }) => /^(?:events|webhooks)\.ts$/.test(path));
    expect(await filesPrettierWouldChange(own)).toEqual([]);
    using folder = temporaryFolder();
    writeFiles(folder.path, result.files);
    const include = [join(folder.path, "*.ts")];
    expect(await typeErrors({ compiler: "7.0", include })).toEqual([]);
  });
});

async function generate(file: string): Promise<EventsResult> {
  const document = readFileSync(join(corpus, file), "utf8");
  return generateEvents({ document, config: { signature: "standard-webhooks" } });
}

test("hostile names of webhooks stay text", async () => {
  const hostile = tagged
    .replace("batch.completed]", '"*/ alert(1) /*"]')
    .replace("const: batch.failed", 'const: "${alert(1)}`\\u2028\\u202e__proto__"');
  const result = await generateEvents({
    document: hostile,
    config: { signature: "standard-webhooks" },
  });
  using folder = temporaryFolder();
  writeFiles(folder.path, result.files);
  expect(await typeErrors({ compiler: "7.0", include: [join(folder.path, "*.ts")] })).toEqual([]);
  expect(fileOf(result, "events.ts")).not.toMatch(/^[^"]*alert\(1\)/m);
});
