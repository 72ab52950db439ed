import { isMember, type Names } from "../layout/name-table.ts";

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
  return new Map(
    [...names].map(([role, members]) => {
      const isPublic = (name: string): boolean => (isMember(role) ? hasFacade : exported.has(name));
      return [role, new Map([...members].filter(([, name]) => isPublic(name)))] as const;
    }),
  );
}
