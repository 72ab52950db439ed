import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, temporaryFolder } from "./folders.ts";
import { runNode } from "./process.ts";

/** The compilers that generated code must satisfy: the oldest, today's, and the one written in Go. */
export const compilers = ["5.4", "5.9", "7.0"] as const;
export type Compiler = (typeof compilers)[number];

/** How a user's project resolves modules: as Node does, or as a bundler does. */
export const resolutions = ["nodenext", "bundler"] as const;
export type Resolution = (typeof resolutions)[number];

export interface TypeCheck {
  readonly compiler: Compiler;
  /** Default `nodenext`, which needs a package.json with `"type": "module"` above the files. */
  readonly resolution?: Resolution;
  /** Files or glob patterns, absolute. */
  readonly include: readonly string[];
  /** Compiler options on top of {@link strictest}. */
  readonly options?: Readonly<Record<string, unknown>>;
}

const packages: Readonly<Record<Compiler, string>> = {
  "5.4": "typescript-5.4",
  "5.9": "typescript",
  "7.0": "typescript-7",
};

/**
 * Everything that a careful user may switch on, as far as the compiler knows it.
 * `skipLibCheck` concerns `.d.ts` files only, and generated code has none.
 */
export function strictest(compiler: Compiler, resolution: Resolution): Record<string, unknown> {
  return {
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
    types: [],
    ...(resolution === "nodenext"
      ? { module: "nodenext", moduleResolution: "nodenext" }
      : { module: "esnext", moduleResolution: "bundler" }),
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    allowUnreachableCode: false,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    declaration: true,
    ...(compiler === "5.4" ? {} : { isolatedDeclarations: true, erasableSyntaxOnly: true }),
    skipLibCheck: true,
    noEmit: true,
    pretty: false,
  };
}

/**
 * The errors of the compiler in its own words: `path(line,col): error TS2322: ...`, and indented below it, on lines of
 * their own, the reasons. Empty: it compiles.
 */
export async function typeErrors(check: TypeCheck): Promise<readonly string[]> {
  using folder = temporaryFolder();
  const project = join(folder.path, "tsconfig.json");
  writeFileSync(project, JSON.stringify(projectFile(check)));
  const run = await runNode([compilerPath(check.compiler), "-p", project], { timeout: 300_000 });
  if (run.timedOut) return [`TypeScript ${check.compiler} did not end within 5 minutes`];
  const errors = run.stdout.split(/\r?\n(?! )/).filter((text) => text.includes("error TS"));
  if (run.code === 0 && errors.length === 0) return [];
  return errors.length > 0
    ? errors
    : [`TypeScript ${check.compiler} failed: ${run.stderr}${run.stdout}`];
}

/** The version that is really installed: `5.9.3`. */
export function installedVersion(compiler: Compiler): string {
  const path = join(projectRoot, "node_modules", packages[compiler], "package.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

function projectFile({ compiler, resolution = "nodenext", include, options }: TypeCheck): unknown {
  return {
    compilerOptions: { ...strictest(compiler, resolution), ...options },
    include,
    exclude: [],
  };
}

function compilerPath(compiler: Compiler): string {
  return join(projectRoot, "node_modules", packages[compiler], "bin", "tsc");
}
