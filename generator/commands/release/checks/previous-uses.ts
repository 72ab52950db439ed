import type { Project as MorphProject } from "ts-morph";
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
  const before = await openFiles(old, entries);
  const checker = before.getTypeChecker().compilerObject;
  const { ts } = await import("ts-morph");
  const uses = entries.flatMap(({ specifier, types }, index) => {
    const entry = before.getSourceFile(pathOf(specifier, types))?.compilerNode;
    return entry === undefined ? [] : usesOf({ ts, checker }, entry, `sdk${index}`);
  });
  const wrong = errorsOf(before, entries, uses);
  const sound = uses.filter((_, index) => !wrong.has(index));
  const errors = errorsOf(await openFiles(newer, entries), entries, sound);
  return {
    count: sound.length,
    broken: [...errors].map(([index, message]) => ({
      subject: sound[index]?.subject ?? "import",
      message,
    })),
  };
}

/** A project in memory in which the package is installed. Values that an SDK does not know yet count as what they are. */
async function openFiles(files: Files, entries: readonly PackageEntry[]): Promise<MorphProject> {
  const { Project, ts } = await import("ts-morph");
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { ...consumerOptions(ts), skipLibCheck: true },
  });
  const system = project.getFileSystem();
  system.writeFileSync("/package.json", '{ "type": "module" }');
  for (const [path, text] of files) {
    if (path === "package.json" || path.endsWith(".d.ts"))
      system.writeFileSync(
        installedPath(entries, path),
        tolerant(path.replace(/^dist\//, ""), text),
      );
  }
  project.createSourceFile("/uses.ts", importsOf(entries));
  project.resolveSourceFileDependencies();
  return project;
}

function installedPath(entries: readonly PackageEntry[], path: string): string {
  return pathOf(entries[0]?.specifier ?? "package", path);
}

/** `@deck/sdk/webhooks` is in `@deck/sdk`. */
function pathOf(specifier: string, path: string): string {
  const name = specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1);
  return `/node_modules/${name.join("/")}/${path}`;
}

/** The uses that do not compile, by their index; -1 for an import. */
function errorsOf(
  project: MorphProject,
  entries: readonly PackageEntry[],
  uses: readonly Use[],
): ReadonlyMap<number, string> {
  // One line a use, so that the line of an error is its index.
  const lines = uses.map(({ line }, index) => `export const use${index} = ${line};\n`);
  const file = project.createSourceFile("/uses.ts", importsOf(entries) + lines.join(""), {
    overwrite: true,
  });
  const errors = new Map<number, string>();
  for (const diagnostic of file.getPreEmitDiagnostics()) {
    const index = Math.max((diagnostic.getLineNumber() ?? 1) - 1 - entries.length, -1);
    const { messageText } = diagnostic.compilerObject;
    const message = typeof messageText === "string" ? messageText : messageText.messageText;
    if (!errors.has(index)) errors.set(index, message);
  }
  return errors;
}
