import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { temporaryFolder } from "../harness/folders.ts";
import { generateValue } from "../properties/document.ts";

/** Generates the SDK of a document and loads it, as a program that uses it would. */
export async function loadSdk(document: unknown): Promise<Readonly<Record<string, unknown>>> {
  using folder = temporaryFolder();
  for (const { path, text } of generateValue(document).files) {
    const file = join(folder.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const outfile = join(folder.path, "sdk.mjs");
  await build({
    entryPoints: [join(folder.path, "index.ts")],
    bundle: true,
    format: "esm",
    outfile,
    logLevel: "error",
  });
  return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Readonly<
    Record<string, unknown>
  >;
}
