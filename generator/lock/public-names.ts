import { isMember, type NameRole, type Names } from "../layout/name-table.ts";

/**
 * The names that users can meet: those that the files export, and the members of the facade where there is one. The
 * others were claimed for declarations that turned out not to be needed.
 */
export function publicNames(
  names: Names,
  files: readonly { readonly exports?: readonly string[] }[],
): Names {
  const exported = new Set(files.flatMap(({ exports }) => exports ?? []));
  const facade = names.get("classes")?.get("facade");
  const hasFacade = facade !== undefined && exported.has(facade);
  const isPublic = (role: NameRole, name: string): boolean =>
    isMember(role) ? hasFacade : exported.has(name);
  const some = new Map<NameRole, Map<string, string>>();
  for (const [role, members] of names) {
    const kept = new Map<string, string>();
    for (const [key, name] of members) if (isPublic(role, name)) kept.set(key, name);
    some.set(role, kept);
  }
  return some;
}
