import { isMember, NAME_ROLES, type NameRole, type Names } from "../layout/name-table.ts";
import type { Lock } from "./lock.ts";

/** A lock with the names of two, or what they do not agree about. */
export type Merged =
  | { readonly lock: Lock; readonly disagreement: undefined }
  | { readonly lock: undefined; readonly disagreement: string };

/**
 * Joins what two branches made of one lock. Of an input that both have, what the file is by now says which side counts,
 * so that it is not taken for edited; `hashOf` gives the hash of the file at a path of the lock.
 */
export function mergeLocks(
  ours: Lock,
  theirs: Lock,
  hashOf: (path: string) => string | undefined,
): Merged {
  const disagreement = disagreementOf(ours.names, theirs.names);
  if (disagreement !== undefined) return { lock: undefined, disagreement };
  const names = new Map(
    NAME_ROLES.map((role) => [role, join(theirs.names.get(role), ours.names.get(role))] as const),
  );
  const newer = [...theirs.inputs].filter(
    ([path, { sha256 }]) => ours.inputs.get(path)?.sha256 !== sha256 && hashOf(path) === sha256,
  );
  const inputs = join(join(theirs.inputs, ours.inputs), new Map(newer));
  const more = join(theirs.more, ours.more);
  const skipped = join(theirs.skipped, ours.skipped);
  return { lock: { ...ours, inputs, skipped, more, names }, disagreement: undefined };
}

function join<T>(
  first: ReadonlyMap<string, T> | undefined,
  second: ReadonlyMap<string, T> | undefined,
): ReadonlyMap<string, T> {
  return new Map([...(first ?? []), ...(second ?? [])]);
}

/** One thing with two names, or one name for two things. */
function disagreementOf(ours: Names, theirs: Names): string | undefined {
  const owners = new Map<string, string>();
  for (const { role, key, name } of [...entriesOf(ours), ...entriesOf(theirs)]) {
    const other = ours.get(role)?.get(key);
    if (other !== undefined && other !== name)
      return `"${key}" is "${other}" on one side and "${name}" on the other`;
    if (isMember(role)) continue;
    const owner = owners.get(name);
    if (owner !== undefined && owner !== `${role} ${key}`)
      return `"${name}" is "${owner}" on one side and "${role} ${key}" on the other`;
    owners.set(name, `${role} ${key}`);
  }
  return undefined;
}

interface NameEntry {
  readonly role: NameRole;
  readonly key: string;
  readonly name: string;
}

function entriesOf(names: Names): readonly NameEntry[] {
  return [...names].flatMap(([role, members]) =>
    [...members].map(([key, name]) => ({ role, key, name })),
  );
}
