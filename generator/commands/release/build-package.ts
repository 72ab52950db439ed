import { posix } from "node:path";
import type { OutputFile } from "../../index.ts";

/** What came of compiling: files by their path in the package, or what the compiler said against it. */
export interface Built {
  /** `dist/index.js`, `dist/index.d.ts`, `dist/index.js.map`. */
  readonly files: ReadonlyMap<string, string>;
  /** `src/index.ts(3,1): ...` */
  readonly problems: readonly string[];
}

/**
 * Compiles the sources of a package with its own tsconfig.json, in memory, to JavaScript with source maps and
 * declarations. The compiler is the one that ts-morph carries, so that a release needs no other.
 */
export async function buildPackage(sources: readonly OutputFile[]): Promise<Built> {
  const { Project, ts } = await import("ts-morph");
  const config = sources.find(({ path }) => path === "tsconfig.json")?.text ?? "{}";
  const { compilerOptions } = JSON.parse(config) as { readonly compilerOptions?: object };
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions ?? {}, "/");
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions: options });
  // Its `type: module` decides how the compiler reads and writes modules.
  for (const { path, text } of sources.filter(({ path }) => path === "package.json"))
    project.getFileSystem().writeFileSync(`/${path}`, text);
  for (const { path, text } of sources.filter(({ path }) => path.endsWith(".ts")))
    project.createSourceFile(`/${path}`, text);
  const problems = project.getPreEmitDiagnostics().map((diagnostic) => {
    const place = diagnostic.getSourceFile()?.getFilePath().slice(1) ?? "tsconfig.json";
    const message = ts.flattenDiagnosticMessageText(diagnostic.compilerObject.messageText, " ");
    return `${place}(${diagnostic.getLineNumber() ?? 0}): ${message}`;
  });
  const emitted = project.emitToMemory().getFiles();
  const files = emitted.map(({ filePath, text }) => [posix.relative("/", filePath), text] as const);
  return { files: withoutEmpty(new Map(files)), problems };
}

/** A module that only has types has no code, and nothing imports it when a program runs. */
function withoutEmpty(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const empty = [...files].filter(
    ([path, text]) =>
      path.endsWith(".js") && /^(?:\/\/.*\n|\s)*export \{\};\s*(?:\/\/.*\s*)?$/.test(text),
  );
  const gone = new Set(empty.flatMap(([path]) => [path, `${path}.map`]));
  return new Map([...files].filter(([path]) => !gone.has(path)));
}
