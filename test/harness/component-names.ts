import { Diagnostics } from "../../generator/diagnostics.ts";
import { layoutApi } from "../../generator/layout/layout.ts";
import { loadDocuments } from "../../generator/load/load.ts";
import { lowerApi } from "../../generator/lower/api.ts";
import { openSpec } from "../../generator/spec/spec.ts";
import { versionOf } from "../../generator/spec/version.ts";
import { projectRoot } from "./folders.ts";

/** What a component schema of the entry document is called in its SDK. */
export interface ComponentName {
  /** Its key in the document. */
  readonly component: string;
  /** The exported type of values that arrive. */
  readonly name: string;
  /** The exported type of values that are sent; the same name where they do not differ. */
  readonly input: string;
}

/** The names of all component schemas (`definitions` in Swagger 2.0) of a document. */
export async function componentNames(path: string): Promise<ComponentName[]> {
  const documents = await loadDocuments(path, { folder: projectRoot });
  const diagnostics = new Diagnostics();
  const spec = openSpec(documents, versionOf(documents.entry), diagnostics);
  const { api } = lowerApi(spec, { openEnums: false }, diagnostics);
  const layout = layoutApi(api);
  const generic = new Set(
    api.declarations.filter(({ typeParameters }) => typeParameters.length > 0).map(({ id }) => id),
  );
  return api.declarations.flatMap(({ id }) => {
    const component = generic.has(id) ? undefined : componentOf(id);
    if (component === undefined) return [];
    return {
      component,
      name: layout.typeName(id, "response"),
      input: layout.typeName(id, "request"),
    };
  });
}

/** Ids of the entry document are its JSON pointers with `#` in front; those of other documents begin with a name. */
function componentOf(id: string): string | undefined {
  const [, key] = /^#\/(?:components\/schemas|definitions)\/([^/]*)$/s.exec(id) ?? [];
  return key?.replaceAll("~1", "/").replaceAll("~0", "~");
}
