import { join } from "node:path";
import { type Outcome, tryValues } from "../harness/assignability.ts";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";
import { generateFrom } from "../harness/generate.ts";
import type { Compiler } from "../harness/typescript.ts";

/** A value to be tried against the schema at `schema`, an index into the list of schemas. */
export interface SchemaTrial {
  readonly schema: number;
  readonly value: unknown;
  readonly fresh: boolean;
}

/** As JSON Schema has it, where a keyword of one type says nothing about values of another, or by OpenAPI's customs. */
export type Reading = "exact" | "customary";

/** Makes types of all schemas in one document and tells which values are assignable, in the order of the trials. */
export async function trySchemas(
  schemas: readonly unknown[],
  trials: readonly SchemaTrial[],
  compiler: Compiler,
  reading: Reading = "exact",
): Promise<Outcome[]> {
  using folder = temporaryFolder();
  const document = join(folder.path, "document.json");
  writeFiles(folder.path, [
    { path: "document.json", text: JSON.stringify(documentOf(schemas, reading)) },
  ]);
  const { files } = await generateFrom(document);
  writeFiles(join(folder.path, "sdk"), files);
  const typed = trials.map(({ schema, ...trial }) => ({ ...trial, type: `sdk.${nameOf(schema)}` }));
  return await tryValues(folder.path, typed, compiler);
}

function documentOf(schemas: readonly unknown[], reading: Reading): unknown {
  const isExact = reading === "exact";
  return {
    openapi: "3.1.1",
    ...(isExact ? { jsonSchemaDialect: dialect } : {}),
    info: { title: "Schemas", version: "1" },
    paths: {},
    components: {
      schemas: Object.fromEntries(
        schemas.map((schema, index) => [nameOf(index), isExact ? withDialect(schema) : schema]),
      ),
    },
  };
}

const dialect = "https://json-schema.org/draft/2020-12/schema";

/** Marks the schema as the root of its own resource, where `#/...` starts (JSON Schema core, section 8.1.1). */
function withDialect(schema: unknown): unknown {
  return typeof schema === "object" && schema !== null ? { $schema: dialect, ...schema } : schema;
}

function nameOf(schema: number): string {
  return `Schema${schema}`;
}
