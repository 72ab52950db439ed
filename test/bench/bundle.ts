import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Bundles a script of this folder, together with the generator, into one file that Node runs. */
export async function bundleChild(script: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL(script, import.meta.url))],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    logLevel: "error",
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);',
    },
  });
}
