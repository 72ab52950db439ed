import type { DeclarationId } from "../model.ts";
import type { NameRole, NameTable } from "./name-table.ts";

/** Claims one name: `name`, or `fallback` where that is taken. */
export function claimOne(
  table: NameTable,
  role: NameRole,
  key: string,
  name: string,
  fallback: string,
): string {
  const claims = [{ key, name, own: false, fallback: () => fallback }];
  return found(table.claim(role, claims).get(key), key);
}

/**
 * Claims a name for what belongs to each of these: the owner's name with an ending, or with the other ending where that
 * name is taken.
 */
export function claimEndings(
  table: NameTable,
  role: NameRole,
  owners: readonly DeclarationId[],
  nameOf: (owner: DeclarationId) => string,
  [ending, other]: readonly [ending: string, other: string],
): ReadonlyMap<DeclarationId, string> {
  const claims = owners.map((key) => {
    const name = nameOf(key);
    return { key, name: `${name}${ending}`, own: false, fallback: () => `${name}${other}` };
  });
  return table.claim(role, claims);
}

/** What layout has given a name must have one. */
export function found<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`The layout has nothing for ${id}.`);
  return value;
}
