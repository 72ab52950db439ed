import { errorsIn, type MemoryProgram, openProgram } from "../../../diff/surface/memory-program.ts";
import { tolerant } from "../../../diff/surface/tolerant.ts";
import { consumerOptions } from "./consumer-options.ts";
import { importsOf } from "./consumer-program.ts";
import { type PackageEntry, packageEntries } from "./package-entries.ts";
import { type Use, usesOf } from "./uses-program.ts";

/** What compiled with one version, tried with the next. */
export interface TriedUses {
  readonly count: number;
  /** Those that no longer compile, with what the compiler says. */
  readonly broken: readonly { readonly subject: string; readonly message: string }[];
}

type Files = ReadonlyMap<string, string>;

/**
 * Derives a program from the declarations of a published version and compiles it against the next one. What does not
 * compile with the version that it was derived from proves nothing and is left out.
 */
export async function tryPreviousUses(old: Files, newer: Files): Promise<TriedUses> {
  const entries = packageEntries(old.get("package.json") ?? "{}");
  const uses = await usesIn(old, entries);
  const wrong = await errorsOf(old, entries, uses);
  const sound = uses.filter((_, index) => !wrong.has(index));
  const errors = await errorsOf(newer, entries, sound);
  return {
    count: sound.length,
    broken: [...errors].map(([index, message]) => ({
      subject: sound[index]?.subject ?? "import",
      message,
    })),
  };
}

async function usesIn(files: Files, entries: readonly PackageEntry[]): Promise<readonly Use[]> {
  const { ts, program } = await openUses(files, entries, []);
  const checker = program.getTypeChecker();
  return entries.flatMap(({ specifier, types }, index) => {
    const entry = program.getSourceFile(pathOf(specifier, types));
    return entry === undefined ? [] : usesOf({ ts, checker }, entry, `sdk${index}`);
  });
}

/**
 * A program of uses in a project in which the package is installed. Values that an SDK does not know yet count as what
 * they are. One line a use, so that the line of an error is its index.
 */
function openUses(
  files: Files,
  entries: readonly PackageEntry[],
  uses: readonly Use[],
): Promise<MemoryProgram> {
  const lines = uses.map(({ line }, index) => `export const use${index} = ${line};\n`);
  const installed = [...files]
    .filter(([path]) => path === "package.json" || path.endsWith(".d.ts"))
    .map(([path, text]) => {
      const own = tolerant(path.replace(/^dist\//, ""), text);
      return [installedPath(entries, path), own] as const;
    });
  const program = importsOf(entries) + lines.join("");
  return openProgram({
    files: new Map([["/package.json", '{ "type": "module" }'], [USES, program], ...installed]),
    options: (ts) => ({ ...consumerOptions(ts), skipLibCheck: true }),
    roots: [USES],
  });
}

const USES = "/uses.ts";

function installedPath(entries: readonly PackageEntry[], path: string): string {
  return pathOf(entries[0]?.specifier ?? "package", path);
}

/** `@deck/sdk/webhooks` is in `@deck/sdk`. */
function pathOf(specifier: string, path: string): string {
  const name = specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1);
  return `/node_modules/${name.join("/")}/${path}`;
}

/** The uses that do not compile, by their index; -1 for an import. */
async function errorsOf(
  files: Files,
  entries: readonly PackageEntry[],
  uses: readonly Use[],
): Promise<ReadonlyMap<number, string>> {
  const { ts, program } = await openUses(files, entries, uses);
  const errors = new Map<number, string>();
  for (const { line, message } of errorsIn(ts, program, USES)) {
    const index = Math.max(line - 1 - entries.length, -1);
    if (!errors.has(index)) errors.set(index, message);
  }
  return errors;
}
