import { join } from "node:path";
import { type Generated, generate, type GenerateOptions } from "../../generator/index.ts";
import { loadDocuments } from "../../generator/load/load.ts";
import { projectRoot, readFiles } from "./folders.ts";

/** The options of {@link generate} that a test may care about; the runtime is always the real one. */
export type Options = Omit<GenerateOptions, "runtime">;

/** Generates from one document on disk, in memory only. */
export async function generateFrom(input: string, options: Options = {}): Promise<Generated> {
  const documents = await loadDocuments(input, { folder: projectRoot });
  return generate(documents, { ...options, runtime: runtimeTemplates() });
}

/** The runtime by path below templates/runtime. */
export function runtimeTemplates(): ReadonlyMap<string, string> {
  const files = readFiles(join(projectRoot, "templates/runtime"));
  return new Map(files.map(({ path, text }) => [path, text]));
}
