import type { Api, Declaration, DeclarationId } from "../model.ts";
import { fileName } from "./file-name.ts";

/** Which declarations and operations stand in which module, all without extension, relative to the source root. */
export interface Modules {
  readonly types: ReadonlyMap<DeclarationId, string>;
  /** By the name of the resource. */
  readonly operations: ReadonlyMap<string, string>;
}

/**
 * One module a resource: its operations in `operations/`, the types that only it reaches in `types/`. Types that several
 * resources reach are in `types/shared`, types that no operation reaches in `types/other`.
 */
export function modulesOf(api: Api): Modules {
  const files = resourceFiles(api);
  const operations = new Map(
    [...files].map(([resource, file]) => [resource, `operations/${file}`] as const),
  );
  const types = new Map(
    api.declarations.map(
      (declaration) => [declaration.id, typesModule(declaration, files)] as const,
    ),
  );
  return { types, operations };
}

function typesModule({ resources }: Declaration, files: ReadonlyMap<string, string>): string {
  const [only, ...others] = resources;
  if (only === undefined) return "types/other";
  return others.length > 0 ? "types/shared" : `types/${files.get(only) ?? "other"}`;
}

/** File names differ in more than case and punctuation; `shared`, `other` and `index` are taken. */
function resourceFiles(api: Api): ReadonlyMap<string, string> {
  const taken = new Set(["shared", "other", "index"]);
  const files = new Map<string, string>();
  for (const name of api.resources.map((resource) => resource.name).sort()) {
    const base = fileName(name);
    let file = taken.has(base) ? `${base}-resource` : base;
    for (let count = 2; taken.has(file); count++) file = `${base}-${count}`;
    taken.add(file);
    files.set(name, file);
  }
  return files;
}
