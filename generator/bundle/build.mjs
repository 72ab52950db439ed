// Builds dist/: cli.js (the command line), index.js (the programmatic API), the chunks they load on demand, and
// declarations. Everything Deckhand needs is bundled, except packages that only some commands load.
import { createHash } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { build } from "rolldown";

// generator/load/templates.ts reads templates/; the bundle carries their texts instead.
const templates = {
  name: "templates",
  load: {
    filter: { id: /[\\/]generator[\\/]load[\\/]templates\.ts$/ },
    handler: () => ({
      code: `const texts = ${JSON.stringify(templateTexts())};\nexport const loadTemplates = () => new Map(texts);`,
      moduleType: "js",
    }),
  },
};

function templateTexts() {
  const folder = new URL("../../templates/", import.meta.url);
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.(?:ts|json)$/.test(name))
    .map((name) => name.replaceAll("\\", "/"))
    .toSorted()
    .map((name) => [name, readFileSync(new URL(name, folder), "utf8")]);
}

// generator/commands/build-id.ts: results that a build remembered are not those of another one.
const identity = {
  name: "identity",
  load: {
    filter: { id: /[\\/]generator[\\/]commands[\\/]build-id\.ts$/ },
    handler: () => ({
      code: `export const buildId = ${JSON.stringify(sourceHash())};`,
      moduleType: "js",
    }),
  },
};

// commander starts subcommands that are programs of their own; we have none, and the module takes 8 ms to load.
const onlyCommands = {
  name: "only-commands",
  resolveId: {
    filter: { id: /^node:child_process$/ },
    handler: (_, importer) => (/[\\/]commander[\\/]/.test(importer ?? "") ? "none" : undefined),
  },
  load: { filter: { id: /^none$/ }, handler: () => ({ code: "export {};", moduleType: "js" }) },
};

// `import "node:fs"` reads every export to hand it on, and some are only loaded when they are read: streams, promises,
// web crypto, encodings. Asking for the module itself saves 6 ms.
const builtins = {
  name: "builtins",
  resolveId: {
    filter: { id: /^node:(?:buffer|crypto|fs)$/ },
    handler: (id, importer) => (isOwn(importer) ? `builtin:${id}` : undefined),
  },
  load: {
    filter: { id: /^builtin:/ },
    handler: async (id) => ({
      code: await builtinCode(id.slice("builtin:".length)),
      moduleType: "js",
    }),
  },
};

function isOwn(importer = "") {
  return /[\\/]generator[\\/]/.test(importer);
}

/**
 * A module with the exports of one of Node's own; the bundler keeps those that are used. Node itself has loaded the
 * others; `crypto` takes 8 ms, so it is asked for when one of its functions is called: a run without a lock hashes nothing.
 */
async function builtinCode(name) {
  const names = Object.keys(await import(name)).filter((key) => key !== "default");
  const builtin = `process.getBuiltinModule("${name}")`;
  if (name === "node:crypto")
    return names
      .map((key) => `export const ${key} = (...values) => ${builtin}.${key}(...values);`)
      .join("\n");
  const exports = names.map(
    (key) => `export const ${key} = /* @__PURE__ */ (() => builtin.${key})();`,
  );
  return `const builtin = ${builtin};\n${exports.join("\n")}`;
}

/**
 * Every file takes Node a millisecond to find, read and link, so what is needed together is one file: `help` for the
 * help, `start` for an unchanged project, `engine` for a run. Left to itself, a bundler makes 45 chunks. That no module
 * awaits at its top saves another ten, which would do nothing but hand on what is in these.
 */
const chunks = {
  includeDependenciesRecursively: true,
  groups: [
    { name: "help", test: /[\\/]commands[\\/](?:help|standard-output)\.ts$/, priority: 3 },
    { name: "start", test: /[\\/]commands[\\/](?:main|generate|check)\.ts$/, priority: 2 },
    { name: "engine", test: /[\\/]commands[\\/]run-pipeline\.ts$/, priority: 1 },
  ],
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
  const root = new URL("../../", import.meta.url);
  return readdirSync(new URL("generator", root), { recursive: true })
    .filter((name) => name.endsWith(".ts"))
    .toSorted()
    .map((name) => `generator/${name}`)
    .concat(["package.json", "package-lock.json", "generator/bundle/build.mjs"])
    .map((name) => new URL(name, root));
}

// npm builds after `prepack`, which has made the declarations by then.
for (const name of existsSync("dist") ? readdirSync("dist") : [])
  if (name !== "types") rmSync(`dist/${name}`, { recursive: true });
await build({
  input: {
    cli: "generator/cli.ts",
    index: "generator/index.ts",
    // What worker threads run; generator/commands/batch/worker-path.ts finds it.
    worker: "generator/commands/batch/worker.ts",
  },
  platform: "node",
  // Its target, ES2022, would overrule what `assumptions` says of fields.
  tsconfig: false,
  external: [
    "typescript",
    "ts-morph",
    "prettier",
    "openapi-typescript",
    "publint",
    "@arethetypeswrong/core",
  ],
  transform: {
    target: "node20",
    // Fields without a value are only declared: defining them first makes objects twice as dear.
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  preserveEntrySignatures: "exports-only",
  // Some commands call others; that those are loaded with them is meant.
  checks: { ineffectiveDynamicImport: false },
  plugins: [templates, identity, onlyCommands, builtins],
  output: {
    dir: "dist",
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name]-[hash].js",
    codeSplitting: chunks,
    // The names of functions stay readable in the stack traces that users report. V8 reads everything before it runs
    // anything, long names of variables included.
    minify: {
      compress: true,
      mangle: { toplevel: false, keepNames: true },
      codegen: { removeWhitespace: true },
    },
    comments: false,
  },
});
chmodSync("dist/cli.js", 0o755);
