/*
 * npm run test:runtimes [-- NAME=PATH ...]
 *
 * Runs the same suite against the same local server in each runtime: Node 20, 22
 * and 24, Bun, Deno, workerd, Chromium. A runtime is looked for at the PATH given
 * for its NAME, then among the commands of this machine. One that is not there is
 * reported as skipped, and never as passed.
 */
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { startServer } from "../runtime/server.ts";
import { startSuiteServer } from "./server.ts";
import type { Report } from "./suite.ts";

const run = promisify(execFile);
const here = dirname(fileURLToPath(import.meta.url));

interface Runtime {
  readonly name: string;
  readonly commands: readonly string[];
  /** What `--version` has to begin with. */
  readonly version?: string;
  readonly start: (command: string, folder: string, script: string) => Promise<string>;
}

const timeout = 120_000;
const withArguments =
  (...options: string[]) =>
  async (command: string, folder: string) =>
    (await run(command, [...options, join(folder, "main.mjs")], { timeout })).stdout;

const runtimes: readonly Runtime[] = [
  ...["20", "22", "24"].map((major) => ({
    name: `node${major}`,
    commands: [process.execPath, `node${major}`, "node"],
    version: `v${major}.`,
    start: withArguments(),
  })),
  { name: "bun", commands: ["bun"], start: withArguments("run") },
  { name: "deno", commands: ["deno"], start: withArguments("run", "--allow-net", "--no-config") },
  { name: "workerd", commands: ["workerd"], start: inWorkerd },
  {
    name: "chromium",
    commands: ["chromium", "chromium-browser", "google-chrome"],
    start: inChromium,
  },
];

const given = new Map(process.argv.slice(2).map((it) => it.split("=", 2) as [string, string]));
const suite = await bundled(`export { receiveEvent, runSuite } from "./suite.ts";`);
const files = new Map([
  ["/suite.js", suite],
  ["/page.html", ""],
]);
let reported: (report: string) => void = () => {};
const browserReport = new Promise<string>((resolve) => {
  reported = resolve;
});
const home = await startSuiteServer(files, (text) => reported(text));
const elsewhere = await startSuiteServer(new Map());
const servers = JSON.stringify({ home: home.url, elsewhere: elsewhere.url });
const main = `const { runSuite } = await import("./suite.mjs");
console.log(JSON.stringify(await runSuite(${servers})));`;
files.set("/page.html", page());

// Connections to the silent corners of the server would keep some runtimes up.
const leave = "globalThis.process?.exit?.(0); globalThis.Deno?.exit?.(0);";

let failed = false;
for (const runtime of runtimes) {
  const command = await find(runtime);
  if (command === undefined) {
    console.log(`${runtime.name}: skipped, not installed`);
    continue;
  }
  const folder = await mkdtemp(join(tmpdir(), "runtimes-"));
  await writeFile(join(folder, "suite.mjs"), suite);
  await writeFile(join(folder, "main.mjs"), `${main}\n${leave}`);
  try {
    report(runtime.name, JSON.parse(await runtime.start(command, folder, main)) as Report[]);
  } catch (error) {
    failed = true;
    console.log(`${runtime.name}: failed to run\n${String(error)}`);
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
await Promise.all([home.close(), elsewhere.close()]);
process.exitCode = failed ? 1 : 0;

function report(name: string, reports: readonly Report[]): void {
  const problems = reports.filter(({ problem }) => problem !== undefined);
  if (problems.length > 0 || reports.length === 0) failed = true;
  console.log(`${name}: ${reports.length - problems.length} of ${reports.length} passed`);
  for (const it of problems) console.log(`  ${it.name}\n    ${it.problem}`);
}

async function find({ name, commands, version = "" }: Runtime): Promise<string | undefined> {
  const path = given.get(name);
  for (const command of path === undefined ? commands : [path]) {
    try {
      const { stdout } = await run(command, ["--version"]);
      if (stdout.startsWith(version)) return command;
    } catch {
      // Not there: the next one, or none.
    }
  }
  return undefined;
}

async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]!.text;
}

/** A worker that runs the suite when it is asked, with its global timers and signals per request as on Cloudflare. */
async function inWorkerd(command: string, folder: string): Promise<string> {
  const worker = `import { receiveEvent, runSuite } from "suite";
export default {
  async fetch(request) {
    const { origin, pathname } = new URL(request.url);
    if (pathname === "/events") return receiveEvent(request);
    return Response.json(await runSuite({ ...${servers}, receiver: origin + "/events" }));
  },
};`;
  await writeFile(join(folder, "worker.mjs"), worker);
  const probe = await startServer(() => {});
  const { port } = new URL(probe.url);
  await probe.close();
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.mjs"), (name = "suite", esModule = embed "suite.mjs")],
  compatibilityDate = "2025-10-01",
);`;
  await writeFile(join(folder, "config.capnp"), config);
  const child = spawn(command, ["serve", join(folder, "config.capnp")], { stdio: "ignore" });
  try {
    // Twice: what one request leaves behind must not trouble the next.
    await answer(`http://127.0.0.1:${port}/`);
    return await answer(`http://127.0.0.1:${port}/`);
  } finally {
    child.kill();
  }
}

async function answer(url: string): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      return await (await fetch(url)).text();
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function page(): string {
  return `<!doctype html><script type="module">
import { runSuite } from "/suite.js";
const reports = await runSuite({ ...${servers}, home: location.origin });
await fetch("/report", { method: "POST", body: JSON.stringify(reports) });
</script>`;
}

async function inChromium(command: string, folder: string): Promise<string> {
  const profile = `--user-data-dir=${join(folder, "profile")}`;
  const options = ["--headless", "--no-sandbox", "--disable-gpu", profile];
  const child = spawn(command, [...options, `${home.url}/page.html`], { stdio: "ignore" });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const timer = setTimeout(() => reported("[]"), timeout);
  try {
    return await browserReport;
  } finally {
    clearTimeout(timer);
    child.kill();
    await ended;
  }
}
