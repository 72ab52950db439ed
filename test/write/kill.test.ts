import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeOutput } from "../../generator/write/write.ts";
import { projectRoot, readFiles, temporaryFolder } from "../harness/folders.ts";
import { edition, FILES } from "./editions.ts";

async function killedAfter(folder: string, milliseconds: number): Promise<void> {
  const script = join(projectRoot, "test/write/endless-writer.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, folder], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  await Promise.race([once(child.stdout, "data"), exited]);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill("SIGKILL");
  expect(await exited).toEqual([null, "SIGKILL"]);
}

/** Which editions stand in the folder; fails for a file that is not whole. */
function editionsIn(folder: string): readonly string[] {
  const files = readFiles(folder).filter(({ path }) => !path.startsWith("."));
  expect(files).toHaveLength(FILES);
  const letters = files.map(({ text }) => {
    const [, body = ""] = text.split("\n");
    expect(body).toBe(body.charAt(0).repeat(2000));
    return body.charAt(0);
  });
  return [...new Set(letters)];
}

test("a kill at any moment leaves every file whole, and the next run makes the set whole", async () => {
  using folder = temporaryFolder();
  const out = { path: join(folder.path, "out"), name: "out" };
  writeOutput(out, edition("a"), { incomplete: false });
  for (const milliseconds of [0, 7, 13, 29, 43]) {
    await killedAfter(out.path, milliseconds);
    editionsIn(out.path);
    writeOutput(out, edition("a"), { incomplete: false });
    expect(editionsIn(out.path)).toEqual(["a"]);
    expect(readFiles(out.path)).toHaveLength(FILES);
  }
});
