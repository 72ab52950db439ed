import { posix } from "node:path";
import type { Project as MorphProject, ts as tsNamespace } from "ts-morph";
import { tolerant } from "./tolerant.ts";

export type TypeScript = typeof tsNamespace;

/** A generated file, its path below the root of the sources. */
export interface PackageFile {
  readonly path: string;
  readonly text: string;
}

/** The parts of ts-morph that are used, given by whoever loaded it. */
export interface Morph {
  readonly Project: typeof MorphProject;
  readonly ts: TypeScript;
}

/** Both packages in one program, so that their types can be compared. */
export interface Packages {
  readonly ts: TypeScript;
  readonly checker: tsNamespace.TypeChecker;
  readonly old: readonly tsNamespace.SourceFile[];
  readonly new: readonly tsNamespace.SourceFile[];
}

/** What users import from, where it is there. */
const ENTRIES = ["index.ts", "webhooks.ts"];

/**
 * Puts both packages into the memory of one compiler: `/old`, `/new`, and one `/runtime` that both import, because
 * classes with private members would be strangers to each other otherwise.
 */
export function openPackages(
  { Project, ts }: Morph,
  old: readonly PackageFile[],
  newer: readonly PackageFile[],
): Packages {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: [
        "lib.es2023.d.ts",
        "lib.dom.d.ts",
        "lib.dom.iterable.d.ts",
        "lib.dom.asynciterable.d.ts",
      ],
      types: [],
      noEmit: true,
    },
    resolutionHost: () => ({
      resolveModuleNames: (names, from) =>
        names.map((name) => ({ resolvedFileName: target(from, name) })),
    }),
  });
  for (const [folder, files] of [
    ["/old", old],
    ["/new", newer],
  ] as const) {
    for (const { path, text } of files) {
      if (path.endsWith(".ts"))
        project.createSourceFile(shared(`${folder}/${path}`), tolerant(path, text), {
          overwrite: true,
        });
    }
  }
  const entries = (folder: string): tsNamespace.SourceFile[] =>
    ENTRIES.flatMap((name) => project.getSourceFile(`${folder}/${name}`)?.compilerNode ?? []);
  return {
    ts,
    checker: project.getTypeChecker().compilerObject,
    old: entries("/old"),
    new: entries("/new"),
  };
}

/** Generated modules import each other by relative paths that end in `.js`. */
function target(from: string, name: string): string {
  return shared(posix.join(posix.dirname(from), name.replace(/\.js$/, ".ts")));
}

function shared(path: string): string {
  return path.replace(/^\/(?:old|new)\/runtime\//, "/runtime/");
}
