// Builds dist/: cli.js (the command line), index.js (the programmatic API), the chunks they load on demand, and
// declarations. Everything Deckhand needs is bundled, except packages that only some commands load.
import { chmodSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { build } from "esbuild";

const templates = {
  name: "templates",
  setup({ onLoad }) {
    // generator/commands/templates.ts reads templates/; the bundle carries their texts instead.
    onLoad({ filter: /[\\/]generator[\\/]commands[\\/]templates\.ts$/ }, () => ({
      contents: `const texts = ${JSON.stringify(templateTexts())};\nexport const loadTemplates = () => new Map(texts);`,
      loader: "js",
    }));
  },
};

function templateTexts() {
  const folder = new URL("../templates/", import.meta.url);
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.(?:ts|json)$/.test(name))
    .map((name) => name.replaceAll("\\", "/"))
    .toSorted()
    .map((name) => [name, readFileSync(new URL(name, folder), "utf8")]);
}

rmSync("dist", { recursive: true, force: true });
await build({
  entryPoints: { cli: "generator/cli.ts", index: "generator/index.ts" },
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  legalComments: "none",
  // Names stay readable in the stack traces that users report.
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: false,
  external: ["typescript", "ts-morph", "prettier", "openapi-typescript"],
  banner: {
    // CommonJS packages in the bundle (commander, js-yaml) call require for Node's own modules.
    js: 'import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);',
  },
  plugins: [templates],
  logLevel: "warning",
});
chmodSync("dist/cli.js", 0o755);
