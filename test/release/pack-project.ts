import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tarball } from "../../generator/commands/release/pack.ts";
import { projectRoot } from "../harness/folders.ts";
import { runNode, runProcess } from "../harness/process.ts";

/** Packs Deckhand as `npm pack` does, from what is built, without building it again. */
export async function packProject(folder: string): Promise<Tarball> {
  await runNode(["generator/bundle/declarations.mjs"], { cwd: projectRoot });
  const words = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { stdout } = await runProcess("npm", words, { cwd: projectRoot });
  const [packed] = JSON.parse(stdout) as readonly Pick<Tarball, "files" | "integrity">[];
  const name = readdirSync(folder).find((file) => file.endsWith(".tgz")) ?? "";
  const path = join(folder, name);
  return {
    path,
    bytes: readFileSync(path),
    files: packed?.files ?? [],
    integrity: packed?.integrity ?? "",
  };
}
