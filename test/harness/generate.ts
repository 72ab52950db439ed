import { join } from "node:path";
import { type Generated, generate, type GenerateOptions } from "../../generator/index.ts";
import { loadDocuments } from "../../generator/load/load.ts";
import { projectRoot, readFiles } from "./folders.ts";

/** The options of {@link generate} that a test may care about; the templates are always the real ones. */
export type Options = Omit<GenerateOptions, "templates">;

/** Generates from one document on disk, in memory only. */
export async function generateFrom(input: string, options: Options = {}): Promise<Generated> {
  const documents = await loadDocuments(input, { folder: projectRoot });
  return generate(documents, { ...options, templates: readTemplates() });
}

function readTemplates(): ReadonlyMap<string, string> {
  const files = readFiles(join(projectRoot, "templates"));
  return new Map(files.map(({ path, text }) => [path, text]));
}
