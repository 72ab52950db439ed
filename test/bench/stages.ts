import { Diagnostics } from "../../generator/diagnostics.ts";
import { emitFiles } from "../../generator/emit/index.ts";
import type { OutputFile } from "../../generator/index.ts";
import { layoutApi } from "../../generator/layout/layout.ts";
import { loadDocuments } from "../../generator/load/load.ts";
import { lowerApi } from "../../generator/lower/api.ts";
import { openSpec } from "../../generator/spec/spec.ts";
import { versionOf } from "../../generator/spec/version.ts";

/** The stages of a run that do not write, in their order. */
export const stages = ["load", "lower", "layout", "emit"] as const;
export type Stage = (typeof stages)[number];

/** Generates from one document, calling `ended` behind every stage. */
export async function runStages(
  input: string,
  templates: ReadonlyMap<string, string>,
  ended: (stage: Stage) => void | Promise<void>,
): Promise<readonly OutputFile[]> {
  const documents = await loadDocuments(input);
  await ended("load");
  const diagnostics = new Diagnostics();
  const spec = openSpec(documents, versionOf(documents.entry), diagnostics);
  const { api } = lowerApi(spec, { openEnums: true }, diagnostics);
  await ended("lower");
  const layout = layoutApi(api);
  await ended("layout");
  const options = { root: "", importExtension: ".js", retry: true, facade: false, templates };
  const files = emitFiles(api, layout, { ...options, package: undefined });
  await ended("emit");
  return files;
}
