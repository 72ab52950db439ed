import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, test } from "vitest";
import { projectRoot, temporaryFolder } from "../harness/folders.ts";
import { type Finished, runNode, runProcess } from "../harness/process.ts";
import { serveEvents } from "./events-server.ts";

const program = `
import { ApiError, createClient, listEvents } from "deck-sdk";
import { verifyWebhook } from "deck-sdk/webhooks";

const [baseUrl] = process.argv.slice(2);
const deck = createClient({ auth: "sk_live_good", baseUrl });
const ids = [];
for await (const event of listEvents(deck)) ids.push(event.id);
const page = await listEvents(deck, { type: ["task_run.completed", "agent.created"], limit: 2 });
const stranger = createClient({ auth: "sk_live_bad", baseUrl });
const result = await listEvents(stranger).result();
const error = await listEvents(stranger).catch((reason) => reason);
console.log(JSON.stringify({
  ids,
  first: page.data[0].type,
  status: result.status,
  thrown: error instanceof ApiError,
  webhooks: typeof verifyWebhook,
}));
`;

/** Uses the package types as a stranger's project does, with its declaration files instead of its sources. */
const typedProgram = `
import { createClient, type DeckEvent, listEvents } from "deck-sdk";

const deck = createClient({ auth: "sk_live_good" });
export async function firstEvent(): Promise<DeckEvent | undefined> {
  for await (const event of listEvents(deck, { limit: 1 })) return event;
  return undefined;
}
`;

test("the packed SDK installs into an empty project, compiles and runs there", async () => {
  using folder = temporaryFolder();
  const sdk = join(folder.path, "sdk");
  const user = join(folder.path, "user");
  cpSync(join(projectRoot, "generated"), sdk, { recursive: true });
  succeed(await runNode([tsc, "-p", sdk]));
  const problems = await publint({ pkgDir: sdk, pack: "npm" });
  expect(problems.messages.map((message) => formatMessage(message, problems.pkg))).toEqual([]);

  succeed(await npm(["pack", "--ignore-scripts", "--pack-destination", folder.path], sdk));
  const tarball = readdirSync(folder.path).find((name) => name.endsWith(".tgz"));
  const attw = join(projectRoot, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const types = ["--profile", "esm-only", "--no-color", "--no-emoji"];
  succeed(await runNode([attw, join(folder.path, `${tarball}`), ...types]));
  mkdirSync(user);
  writeFileSync(
    join(user, "package.json"),
    '{ "name": "user", "type": "module", "private": true }\n',
  );
  succeed(
    await npm(
      ["install", "--offline", "--no-audit", "--no-fund", join(folder.path, `${tarball}`)],
      user,
    ),
  );

  writeFileSync(join(user, "typed.ts"), typedProgram);
  const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022"];
  succeed(await runNode([tsc, ...options, "--skipLibCheck", "false", "typed.ts"], { cwd: user }));

  writeFileSync(join(user, "main.js"), program);
  await using server = await serveEvents();
  const run = await runNode(["main.js", server.url], { cwd: user });
  expect(run.stderr).toBe("");
  expect(JSON.parse(run.stdout)).toEqual({
    ids: ["evt_1", "evt_2", "evt_3", "evt_4", "evt_5"],
    first: "task_run.completed",
    status: 401,
    thrown: true,
    webhooks: "function",
  });
  expect(server.requests).toEqual([
    "GET /events Bearer sk_live_good",
    "GET /events?cursor=1 Bearer sk_live_good",
    "GET /events?cursor=2 Bearer sk_live_good",
    "GET /events?type=task_run.completed&type=agent.created&limit=2 Bearer sk_live_good",
    "GET /events Bearer sk_live_bad",
    "GET /events Bearer sk_live_bad",
  ]);
}, 120_000);

const tsc = join(projectRoot, "node_modules/typescript/bin/tsc");

function npm(args: readonly string[], cwd: string): Promise<Finished> {
  return runProcess("npm", args, { cwd });
}

function succeed(run: Finished): void {
  expect(run, run.stdout + run.stderr).toMatchObject({ code: 0 });
}
