import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";

export interface CorpusDocument {
  readonly name: string;
  /** Path of the entry document. */
  readonly path: string;
}

const extensions = [".json", ".yaml", ".yml"];

/**
 * The OpenAPI documents of a folder, in this order of preference: those that its INDEX.json lists
 * (`[{ "name", "file" }]`), else every JSON or YAML file at its top and every `<name>/spec.*` that
 * says `openapi` or `swagger`. A path of a file gives that one document.
 */
export function findDocuments(path: string): CorpusDocument[] {
  if (statSync(path).isFile()) return [{ name: basename(path, extname(path)), path }];
  const index = join(path, "INDEX.json");
  if (existsSync(index)) {
    const rows = JSON.parse(readFileSync(index, "utf8")) as { name: string; file: string }[];
    return rows.map(({ name, file }) => ({ name, path: join(path, file) }));
  }
  return readdirSync(path, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? specsOf(path, entry.name) : [topLevel(path, entry.name)],
    )
    .filter((document) => isOpenApi(document.path))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function topLevel(folder: string, file: string): CorpusDocument {
  return { name: basename(file, extname(file)), path: join(folder, file) };
}

function specsOf(folder: string, name: string): CorpusDocument[] {
  return extensions
    .map((extension) => ({ name, path: join(folder, name, `spec${extension}`) }))
    .filter((document) => existsSync(document.path));
}

function isOpenApi(path: string): boolean {
  if (!extensions.includes(extname(path))) return false;
  return /^[\s{]*["']?(openapi|swagger)["']?\s*:/m.test(readFileSync(path, "utf8"));
}
