import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const sdk = resolve(dirname(fileURLToPath(import.meta.url)), "../runtime/sample-sdk");

export interface BundleSize {
  readonly minified: number;
  readonly gzipped: number;
}

/** Bytes of a page's script that makes one call and prints its result. */
export async function sizeOfOneCall(
  client: "client" | "client-without-retry",
): Promise<BundleSize> {
  const code = `
    import { createClient } from "./${client}.ts";
    import { listEvents } from "./operations/events.ts";
    const client = createClient({ auth: "sk_live_x" });
    console.log(await listEvents(client, { limit: 1 }));`;
  const output = await bundle(code, true);
  return { minified: output.length, gzipped: gzipSync(output, { level: 9 }).length };
}

/** A module with `setup(fetch)`, which gives a function that makes one call. */
export async function callModule(): Promise<string> {
  const code = `
    import { createClient } from "./client.ts";
    import { listEvents } from "./operations/events.ts";
    export function setup(fetch) {
      const client = createClient({ auth: "sk_live_x", fetch });
      return (params) => listEvents(client, params);
    }`;
  return (await bundle(code, false)).toString();
}

async function bundle(contents: string, minify: boolean): Promise<Buffer> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: sdk, loader: "js" },
    bundle: true,
    minify,
    format: "esm",
    platform: minify ? "browser" : "neutral",
    write: false,
  });
  return Buffer.from(outputFiles[0]!.contents);
}
