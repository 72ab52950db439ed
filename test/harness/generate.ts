import { generate, type GenerateResult } from "../../generator/index.ts";
import { loadDocuments } from "../../generator/load/load.ts";
import type { Config } from "../../generator/options.ts";

/** Generates from one document on disk, in memory only. */
export async function generateFrom(input: string, config: Config = {}): Promise<GenerateResult> {
  return generate(await loadDocuments(input), config);
}
