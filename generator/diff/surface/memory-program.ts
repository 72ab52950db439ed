import type { CompilerOptions, ts as tsNamespace } from "ts-morph";

export type TypeScript = typeof tsNamespace;

/** A program whose files are in memory, and the compiler that it belongs to. */
export interface MemoryProgram {
  readonly ts: TypeScript;
  readonly program: tsNamespace.Program;
}

export interface ProgramFacts {
  /** All files that the program may import, by absolute path; `package.json` counts as on a disk. */
  readonly files: ReadonlyMap<string, string>;
  readonly options: (ts: TypeScript) => CompilerOptions;
  /** What is compiled. Default: every TypeScript file. */
  readonly roots?: readonly string[];
  /** Where an import leads. Default: where the compiler looks for it. */
  readonly resolve?: (name: string, from: string) => string;
}

/** The declarations of the platform that a program gets; all that we compile fits into these. */
export const PLATFORM = [
  "lib.es2023.d.ts",
  "lib.dom.d.ts",
  "lib.dom.iterable.d.ts",
  "lib.dom.asynciterable.d.ts",
] as const;

/**
 * Opens a program with the compiler that ts-morph carries, which takes half a second to load. The declarations of the
 * platform are read once a process: for an SDK of usual size they cost more than everything else.
 */
export async function openProgram(facts: ProgramFacts): Promise<MemoryProgram> {
  const { Project, ts } = await import("ts-morph");
  const { files } = facts;
  const options = facts.options(ts);
  const library = libraryFor(options.lib ?? [], (lib) => {
    const compilerOptions = { lib: [...lib], types: [], target: ts.ScriptTarget.ES2022 };
    const project = new Project({ useInMemoryFileSystem: true, compilerOptions });
    project.createSourceFile("/empty.ts", "");
    return project.getProgram().compilerObject.getSourceFiles();
  });
  const roots = facts.roots ?? [...files.keys()].filter((path) => path.endsWith(".ts"));
  const host = hostOf(ts, facts, library);
  return { ts, program: ts.createProgram([...roots], options, host) };
}

/** What the compiler has against a program. */
export interface ProgramError {
  /** "" for what is about no file. */
  readonly path: string;
  /** 1-indexed; 0 for what is about no line. */
  readonly line: number;
  /** On one line. */
  readonly message: string;
}

/** The errors of a program, or of one of its files. */
export function errorsIn(
  ts: TypeScript,
  program: tsNamespace.Program,
  path?: string,
): readonly ProgramError[] {
  const own = path === undefined ? undefined : program.getSourceFile(path);
  return ts.getPreEmitDiagnostics(program, own).map(({ file, start, messageText }) => ({
    path: file?.fileName ?? "",
    line: (file?.getLineAndCharacterOfPosition(start ?? 0).line ?? -1) + 1,
    message: ts.flattenDiagnosticMessageText(messageText, " "),
  }));
}

type Library = ReadonlyMap<string, tsNamespace.SourceFile>;

const known = new Map<string, tsNamespace.SourceFile>();

/** Everything that was read so far, with what is wanted now. */
function libraryFor(
  wanted: readonly string[],
  read: (lib: readonly string[]) => readonly tsNamespace.SourceFile[],
): Library {
  const missing = [...PLATFORM, ...wanted].filter((name) => !known.has(`${LIBRARY}/${name}`));
  if (missing.length === 0) return known;
  for (const file of read(missing))
    if (file.fileName.startsWith(`${LIBRARY}/`) && !known.has(file.fileName))
      known.set(file.fileName, file);
  return known;
}

/** Where ts-morph keeps the library in memory. */
const LIBRARY = "/node_modules/typescript/lib";

function hostOf(
  ts: TypeScript,
  { files, resolve }: ProgramFacts,
  library: Library,
): tsNamespace.CompilerHost {
  return {
    getSourceFile: (path, version) => {
      const text = files.get(path);
      return text === undefined
        ? library.get(path)
        : ts.createSourceFile(path, text, version, true);
    },
    fileExists: (path) => files.has(path),
    readFile: (path) => files.get(path),
    writeFile: () => {},
    getDefaultLibFileName: () => `${LIBRARY}/${PLATFORM[0]}`,
    getDefaultLibLocation: () => LIBRARY,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    ...(resolve === undefined
      ? {}
      : {
          resolveModuleNameLiterals: (names, from) =>
            names.map(({ text }) => ({
              resolvedModule: { resolvedFileName: resolve(text, from), extension: ts.Extension.Ts },
            })),
        }),
  };
}
