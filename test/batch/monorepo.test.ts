import { appendFileSync, chmodSync, cpSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../cli/run.ts";
import { projectRoot, readFiles, temporaryFolder, writeFiles } from "../harness/folders.ts";
import { runProcess } from "../harness/process.ts";

const packages = ["orders-sdk", "billing-sdk"];

test("a build engine takes an SDK from its cache until one of its inputs changes", async () => {
  using workspace = await copyOfExample();
  const turbo = turboIn(workspace.path);
  expect(await turbo("sdk:generate")).toBe("0 cached, 2 total");
  expect(await turbo("sdk:generate")).toBe("2 cached, 2 total");
  expect(await turbo("sdk:check")).toBe("0 cached, 2 total");

  const before = readFiles(workspace.path).filter(isOutput);
  for (const name of packages)
    rmSync(join(workspace.path, "packages", name, "src"), { recursive: true });
  expect(await turbo("sdk:generate")).toBe("2 cached, 2 total");
  expect(readFiles(workspace.path).filter(isOutput)).toEqual(before);
  expect(await turbo("sdk:check")).toBe("2 cached, 2 total");

  appendFileSync(join(workspace.path, "packages/billing-sdk/api.yaml"), "# more\n");
  expect(await turbo("sdk:generate")).toBe("1 cached, 2 total");

  appendFileSync(join(workspace.path, "shared/problems.yaml"), "# more\n");
  expect(await turbo("sdk:generate")).toBe("0 cached, 2 total");
});

test("the locks of the example are about its documents", async () => {
  const example = join(projectRoot, "docs/examples/monorepo");
  using copy = await copyOfExample();
  expect(lockedIn(example)).toEqual(lockedIn(copy.path));
});

/** What the locks say, but for the version of Deckhand. */
function lockedIn(folder: string): readonly unknown[] {
  const locks = readFiles(join(folder, "packages")).filter(({ path }) =>
    path.endsWith(".lock.json"),
  );
  return locks.map(({ path, text }) => ({ path, ...JSON.parse(text), generator: undefined }));
}

/** The example as somebody has it who just installed it, with locks of the Deckhand at hand. */
async function copyOfExample(): Promise<ReturnType<typeof temporaryFolder>> {
  const folder = temporaryFolder();
  cpSync(join(projectRoot, "docs/examples/monorepo"), folder.path, { recursive: true });
  for (const name of packages) {
    const path = join(folder.path, "packages", name);
    const { exitCode, err } = await run(path, "generate");
    if (exitCode !== 0) throw new Error(err);
    rmSync(join(path, "src"), { recursive: true });
  }
  const tsx = join(projectRoot, "node_modules/tsx/dist/esm/index.mjs");
  const cli = join(projectRoot, "generator/cli.ts");
  const script = `#!/bin/sh\nexec "${process.execPath}" --import "${tsx}" "${cli}" "$@"\n`;
  writeFiles(folder.path, [{ path: "node_modules/.bin/deckhand", text: script }]);
  chmodSync(join(folder.path, "node_modules/.bin/deckhand"), 0o755);
  return folder;
}

/** Runs a task in all packages, telling nobody; gives what the summary says about the cache. */
function turboIn(folder: string): (task: string) => Promise<string | undefined> {
  const bin = join(folder, "node_modules/.bin");
  const env = {
    PATH: [bin, process.env["PATH"]].join(delimiter),
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    NO_UPDATE_NOTIFIER: "1",
    HTTP_PROXY: "http://127.0.0.1:9",
    HTTPS_PROXY: "http://127.0.0.1:9",
    NO_COLOR: "1",
    NODE_OPTIONS: undefined,
  };
  return async (task) => {
    const program = join(projectRoot, "node_modules/.bin/turbo");
    const { code, stdout, stderr } = await runProcess(program, ["run", task], { cwd: folder, env });
    if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
    return /^Cached:\s+(.*)$/m.exec(stdout)?.[1];
  };
}

function isOutput({ path }: { readonly path: string }): boolean {
  return /^packages\/[\w-]+\/(src\/|deckhand\.lock\.json$)/.test(path);
}
