// Builds dist/: cli.js (the command line), index.js (the programmatic API), the chunks they load on demand, and
// declarations. Everything Deckhand needs is bundled, except packages that only some commands load.
import { createHash } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
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

const identity = {
  name: "identity",
  setup({ onLoad }) {
    // generator/commands/build-id.ts: results that a build remembered are not those of another one.
    onLoad({ filter: /[\\/]generator[\\/]commands[\\/]build-id\.ts$/ }, () => ({
      contents: `export const buildId = ${JSON.stringify(sourceHash())};`,
      loader: "js",
    }));
  },
};

const onlyCommands = {
  name: "only-commands",
  setup({ onResolve, onLoad }) {
    // commander starts subcommands that are programs of their own; we have none, and the module takes 8 ms to load.
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: "none", namespace: "none" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** Of everything that ends up in dist/: our own files, and the versions of what is bundled. */
function sourceHash() {
  return inputFiles()
    .reduce(
      (hash, file) => hash.update(existsSync(file) ? readFileSync(file) : ""),
      createHash("sha256"),
    )
    .update(JSON.stringify(templateTexts()))
    .digest("hex");
}

function inputFiles() {
  const root = new URL("../", import.meta.url);
  return readdirSync(new URL("generator", root), { recursive: true })
    .filter((name) => name.endsWith(".ts"))
    .toSorted()
    .map((name) => `generator/${name}`)
    .concat(["package.json", "package-lock.json", "scripts/build.mjs"])
    .map((name) => new URL(name, root));
}

rmSync("dist", { recursive: true, force: true });
await build({
  entryPoints: {
    cli: "generator/cli.ts",
    index: "generator/index.ts",
    // What worker threads run; generator/commands/batch/worker-path.ts finds it.
    worker: "generator/commands/batch/worker.ts",
  },
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Fields without a value are only declared: defining them first makes objects twice as dear.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  legalComments: "none",
  // Names stay readable in the stack traces that users report.
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: false,
  external: [
    "typescript",
    "ts-morph",
    "prettier",
    "openapi-typescript",
    "publint",
    "@arethetypeswrong/core",
  ],
  banner: {
    // CommonJS packages in the bundle (commander, js-yaml) call require for Node's own modules.
    js: 'import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);',
  },
  plugins: [templates, identity, onlyCommands],
  logLevel: "warning",
});
chmodSync("dist/cli.js", 0o755);
