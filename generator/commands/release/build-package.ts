import { posix } from "node:path";
import { errorsIn, openProgram } from "../../diff/surface/memory-program.ts";
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
  const config = sources.find(({ path }) => path === "tsconfig.json")?.text ?? "{}";
  const { compilerOptions } = JSON.parse(config) as { readonly compilerOptions?: object };
  // The `type: module` of package.json decides how the compiler reads and writes modules.
  const own = sources.filter(({ path }) => path === "package.json" || path.endsWith(".ts"));
  const { ts, program } = await openProgram({
    files: new Map(own.map(({ path, text }) => [`/${path}`, text])),
    options: (ts) => ts.convertCompilerOptionsFromJson(compilerOptions ?? {}, "/").options,
  });
  const problems = errorsIn(ts, program).map(
    ({ path, line, message }) =>
      `${path === "" ? "tsconfig.json" : path.slice(1)}(${line}): ${message}`,
  );
  const files = new Map<string, string>();
  program.emit(undefined, (path, text) => files.set(posix.relative("/", path), text));
  return { files: withoutEmpty(files), problems };
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
