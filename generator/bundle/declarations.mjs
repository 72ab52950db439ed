// Writes dist/types/: the declarations of the programmatic API, for packing. They take the compiler some seconds, which
// no build of every day should last; `npm pack` runs this first (prepack).
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

const output = "dist/types";
const project = ts.getParsedCommandLineOfConfigFile(
  "tsconfig.json",
  { noEmit: false, noCheck: true, emitDeclarationOnly: true, rootDir: "generator", outDir: output },
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
);
const program = ts.createProgram(["generator/index.ts"], project?.options ?? {});

const IMPORT = /(from |import\()"(\.[^"]+)\.ts"/g;
/** @type {Map<string, string>} */
const texts = new Map();
const { diagnostics } = program.emit(undefined, (path, text) => {
  texts.set(relative(".", path), text);
});
rmSync(output, { recursive: true, force: true });
writeWithImports(join(output, "index.d.ts"), new Set());

/** Only what the API's declarations lead to; the sources behind it have many more. */
function writeWithImports(path, seen) {
  const text = texts.get(path);
  if (seen.has(path) || text === undefined) return;
  seen.add(path);
  mkdirSync(dirname(path), { recursive: true });
  // The sources name each other with their own ending; a package has no such files.
  writeFileSync(path, text.replaceAll(IMPORT, '$1"$2.js"'));
  for (const [, , name] of text.matchAll(IMPORT))
    writeWithImports(join(dirname(path), `${name}.d.ts`), seen);
}

if (diagnostics.length > 0) {
  const host = ts.createCompilerHost({});
  console.error(ts.formatDiagnostics(diagnostics, host));
  process.exitCode = 1;
}
