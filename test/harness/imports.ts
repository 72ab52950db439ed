import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import type { TextFile } from "./folders.ts";

/** What a file imports or re-exports statically. Imports of types only cost nothing and are left out unless asked for. */
export function importsOf(file: TextFile, types?: "types too"): string[] {
  return parse(file).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const typeOnly = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    if (typeOnly && types === undefined) return [];
    const name = statement.moduleSpecifier;
    return name !== undefined && ts.isStringLiteral(name) ? [name.text] : [];
  });
}

/** Parsed once: several rules look at each file. */
const parsed = new WeakMap<TextFile, ts.SourceFile>();

function parse(file: TextFile): ts.SourceFile {
  const source =
    parsed.get(file) ?? ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest);
  parsed.set(file, source);
  return source;
}

/** What a file imports only when it comes to need it. */
export function lazyImportsOf({ text }: TextFile): string[] {
  return [...text.matchAll(/\bimport\("([^"]+)"\)/g)].flatMap((match) => match[1] ?? []);
}

/** The imports between some files, those of types and the lazy ones included: for each path the paths that it leads to. */
export function importsWithin(files: readonly TextFile[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Set(files.map(({ path }) => path));
  return new Map(
    files.map((file) => [
      file.path,
      [...importsOf(file, "types too"), ...lazyImportsOf(file)]
        .map((name) => normalize(join(dirname(file.path), name)))
        .filter((path) => paths.has(path)),
    ]),
  );
}
