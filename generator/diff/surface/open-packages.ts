import { posix } from "node:path";
import type { CompilerOptions, ts as tsNamespace } from "ts-morph";
import { openProgram, PLATFORM, type TypeScript } from "./memory-program.ts";
import { tolerant } from "./tolerant.ts";
import type { TypeWorld } from "./type-world.ts";

/** A generated file, its path below the root of the sources. */
export interface PackageFile {
  readonly path: string;
  readonly text: string;
}

/** Both packages in one program, so that their types can be compared. */
export interface Packages extends TypeWorld {
  readonly old: readonly tsNamespace.SourceFile[];
  readonly new: readonly tsNamespace.SourceFile[];
}

/** What users import from, where it is there. */
const ENTRIES = ["index.ts", "webhooks.ts", "facade.ts"];

/**
 * Puts both packages into one program: `/old`, `/new`, and one `/runtime` that both import, because classes with private
 * members would be strangers to each other otherwise.
 */
export async function openPackages(
  old: readonly PackageFile[],
  newer: readonly PackageFile[],
): Promise<Packages> {
  const files = new Map([...filesIn("/old", old), ...filesIn("/new", newer)]);
  const roots = ["/old", "/new"].map((folder) =>
    ENTRIES.map((name) => `${folder}/${name}`).filter((path) => files.has(path)),
  );
  const { ts, program } = await openProgram({ files, options, roots: roots.flat(), resolve });
  const [before = [], after = []] = roots.map((paths) =>
    paths.flatMap((path) => program.getSourceFile(path) ?? []),
  );
  return { ts, checker: program.getTypeChecker(), old: before, new: after };
}

function options({ ScriptTarget }: TypeScript): CompilerOptions {
  return {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ScriptTarget.ES2022,
    lib: [...PLATFORM],
    types: [],
    noEmit: true,
  };
}

function filesIn(
  folder: string,
  files: readonly PackageFile[],
): readonly (readonly [path: string, text: string])[] {
  const modules = files.filter(({ path }) => path.endsWith(".ts"));
  return modules.map(({ path, text }) => [shared(`${folder}/${path}`), tolerant(path, text)]);
}

/** Generated modules import each other by relative paths that end in `.js`. */
function resolve(name: string, from: string): string {
  return shared(posix.join(posix.dirname(from), name.replace(/\.js$/, ".ts")));
}

function shared(path: string): string {
  return path.replace(/^\/(?:old|new)\/runtime\//, "/runtime/");
}
