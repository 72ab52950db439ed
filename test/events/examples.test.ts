import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { signWebhook } from "../../templates/runtime/events/sign.js";
import { projectRoot, temporaryFolder, writeFiles } from "../harness/folders.ts";
import { typeErrors } from "../harness/typescript.ts";
import { generateEvents } from "./generate.ts";
import { event, otherSecret, secret } from "./format.ts";

let sdk: ReturnType<typeof temporaryFolder>;
let entry: string;
beforeAll(async () => {
  sdk = temporaryFolder();
  entry = join(sdk.path, "webhooks.ts");
  const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");
  const { files } = await generateEvents({
    document: read("spec/v2.json"),
    page: read("spec/docs/events-reference.md"),
    config: { envelope: "ListEventData", signature: "standard-webhooks" },
  });
  writeFiles(sdk.path, files);
});
afterAll(() => sdk[Symbol.dispose]());

const example = (path: string): string => join(projectRoot, "docs/examples", path);

/** Bundles an example with the SDK, as a user's build would. */
async function bundle(path: string, folder: string): Promise<string> {
  const outfile = join(folder, "example.mjs");
  await build({
    entryPoints: [example(path)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    alias: { "deck-sdk/webhooks": entry },
    logLevel: "error",
  });
  return outfile;
}

test("the examples compile", async () => {
  const options = {
    types: ["node"],
    typeRoots: [join(projectRoot, "node_modules/@types")],
    paths: { "deck-sdk/webhooks": [entry] },
  };
  const include = [example("webhook-*/*.ts")];
  expect(await typeErrors({ compiler: "5.9", resolution: "bundler", include, options })).toEqual(
    [],
  );
}, 60_000);

describe("the server", () => {
  test("handles deliveries signed with either secret, and refuses others", async () => {
    using folder = temporaryFolder();
    const server = spawn(process.execPath, [await bundle("webhook-node/server.ts", folder.path)], {
      env: { PORT: "0", DECK_WEBHOOK_SECRET: secret, DECK_WEBHOOK_SECRET_OLD: otherSecret },
      stdio: ["ignore", "pipe", "ignore"],
    });
    try {
      const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
      const next = async (): Promise<string> => String((await lines.next()).value);
      const port = /\d+/.exec(await next())?.[0];
      const deliver = async (init: RequestInit, path = "/webhooks/deck"): Promise<number> =>
        (await fetch(`http://127.0.0.1:${port}${path}`, init)).status;

      expect(await deliver(await signWebhook(event(), { secret }))).toBe(200);
      expect(await next()).toBe("Credential cred_1 works.");
      const failed = event({
        id: "evt_2",
        type: "task_run.failed",
        data: { id: "trun_1", object: "task_run" },
      });
      expect(await deliver(await signWebhook(failed, { secret: otherSecret }))).toBe(200);
      expect(await next()).toBe("Run trun_1: task_run.failed.");
      expect(await next()).toBe("Somebody should look at task_run trun_1.");
      const unknown = event({ id: "evt_3", type: "moon.landed" });
      expect(await deliver(await signWebhook(unknown, { secret }))).toBe(200);
      expect(await next()).toBe("Nothing to do for moon.landed.");
      expect(await deliver({ method: "POST", body: "{}" })).toBe(400);
      expect(await deliver({ method: "POST", body: "{}" }, "/elsewhere")).toBe(404);
    } finally {
      server.kill();
      await once(server, "exit");
    }
  });
});

interface Worker {
  readonly default: { fetch(request: Request, env: object, context: object): Promise<Response> };
}

test("the worker answers at once and works on behind the answer", async () => {
  using folder = temporaryFolder();
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const { default: worker } = (await import(
    pathToFileURL(await bundle("webhook-worker/worker.ts", folder.path)).href
  )) as Worker;
  const work: Promise<unknown>[] = [];
  const context = { waitUntil: (one: Promise<unknown>) => work.push(one) };
  const stored = event({ type: "storage.created", data: { id: "stor_1", object: "storage" } });
  const request = new Request("https://example.com", await signWebhook(stored, { secret }));
  const response = await worker.fetch(request, { DECK_WEBHOOK_SECRET: secret }, context);
  expect([200, 202]).toContain(response.status);
  await Promise.all(work);
  expect(log).toHaveBeenCalledExactlyOnceWith("File stor_1 was stored.");
});

interface Lambda {
  readonly handler: (event: object) => Promise<unknown>;
}

test("the queue's consumer reports just the messages that failed", async () => {
  using folder = temporaryFolder();
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  const { handler } = (await import(
    pathToFileURL(await bundle("webhook-queue/lambda.ts", folder.path)).href
  )) as Lambda;
  const completed = event({
    type: "task_run.completed",
    data: { id: "trun_1", object: "task_run" },
  });
  const records = [
    { messageId: "1", body: JSON.stringify(completed) },
    { messageId: "2", body: "hello" },
  ];
  expect(await handler({ Records: records })).toEqual({
    batchItemFailures: [{ itemIdentifier: "2" }],
  });
  expect(log).toHaveBeenCalledExactlyOnceWith("Run trun_1 is complete.");
  expect(error).toHaveBeenCalledOnce();
});
