import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";
import { document, page } from "./documents.ts";

test("a row added to the page is drift until the SDK is generated anew", async () => {
  using folder = temporaryFolder();
  const config = {
    input: "api.yaml",
    output: "sdk",
    events: { page: "events.md", envelope: "ListEventData" },
  };
  writeFiles(folder.path, [
    { path: "deckhand.config.json", text: JSON.stringify(config) },
    { path: "api.yaml", text: document },
    { path: "events.md", text: page },
  ]);
  expect((await run(folder.path, "generate")).exitCode).toBe(0);
  expect((await run(folder.path, "check")).exitCode).toBe(0);

  writeFileSync(join(folder.path, "events.md"), `${page}| \`task_run.paused\` | It rests |\n`);
  const check = await run(folder.path, "check");
  expect(check.exitCode).toBe(1);
  expect(check.out).toContain("+export interface TaskRunPausedEvent extends ListEventData {");

  expect((await run(folder.path, "generate")).exitCode).toBe(0);
  const events = readFileSync(join(folder.path, "sdk/events.ts"), "utf8");
  expect(events).toContain('  "task_run.paused",\n');
  expect((await run(folder.path, "check")).exitCode).toBe(0);
});
