import { groupBy } from "../group-by.ts";
import type { Api, Declaration, DeclarationId } from "../model.ts";
import { fileName } from "./file-name.ts";
import { resourceFiles } from "./resource-files.ts";

/** Which declarations and operations stand in which module, all without extension, relative to the source root. */
export interface Modules {
  readonly types: ReadonlyMap<DeclarationId, string>;
  /** By the name of the resource. */
  readonly operations: ReadonlyMap<string, string>;
}

/** A module of more types than this is divided: editors and readers both slow down. */
const CROWDED = 150;

/**
 * One module a resource: its operations in `operations/`, the types that only it reaches in `types/`. Types that several
 * resources reach are in `types/shared`, types that no operation reaches in `types/other`. A crowded module becomes a
 * folder, divided by the first word of the names.
 */
export function modulesOf(api: Api): Modules {
  const files = resourceFiles(api.resources);
  const operations = new Map(
    [...files].map(([resource, file]) => [resource, `operations/${file}`] as const),
  );
  const groups = groupBy(api.declarations, (declaration) => typesModule(declaration, files));
  const types = new Map<DeclarationId, string>();
  for (const [module, members] of groups) {
    for (const { id, name } of members) {
      types.set(id, members.length > CROWDED ? `${module}/${divisionOf(name)}` : module);
    }
  }
  return { types, operations };
}

/** The first word that says what a type is about: `webhook-pull-request-opened` is about "pull". */
function divisionOf(name: string): string {
  const words = fileName(name).split("-");
  const word = words.find((one) => !/^(?:webhooks?|nullable|base|simple|\d+)$/.test(one));
  return fileName(word ?? "other");
}

function typesModule({ resources }: Declaration, files: ReadonlyMap<string, string>): string {
  const [only, ...others] = resources;
  if (only === undefined) return "types/other";
  return others.length > 0 ? "types/shared" : `types/${files.get(only) ?? "other"}`;
}
