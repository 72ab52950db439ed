import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { loadTemplates } from "../../generator/load/templates.ts";
import { Diagnostics } from "../../generator/diagnostics.ts";
import { type Generated, generate } from "../../generator/index.ts";
import { lowerApi } from "../../generator/lower/api.ts";
import type { Api } from "../../generator/model.ts";
import type { Documents } from "../../generator/source.ts";
import { openSpec, type Version } from "../../generator/spec/spec.ts";
import { projectRoot } from "../harness/folders.ts";

/** A document that was never on disk. */
export function documentsOf(value: unknown): Documents {
  const text = JSON.stringify(value);
  const entry = {
    name: "spec.json",
    url: "file:///spec.json",
    text,
    value,
    locate: () => ({ line: 1, column: 1 }),
  };
  return { entry, sources: new Map([[entry.url, entry]]), missing: new Map() };
}

export function generateValue(value: unknown): Generated {
  return generate(documentsOf(value), { templates });
}

/** The model of a document that was never on disk. */
export function lowerValue(value: unknown, version: Version = "3.1"): Api {
  const diagnostics = new Diagnostics();
  const spec = openSpec(documentsOf(value), version, diagnostics);
  return lowerApi(spec, { openEnums: true }, diagnostics).api;
}

const templates = loadTemplates();

/** The documents of the golden fixtures, by name, those of several files left out. */
export function fixtureDocuments(): readonly (readonly [name: string, value: unknown])[] {
  const folder = join(projectRoot, "test/fixtures");
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "several-files" && existsSync(join(folder, name, "spec.yaml")))
    .map(
      ({ name }) => [name, load(readFileSync(join(folder, name, "spec.yaml"), "utf8"))] as const,
    );
}
