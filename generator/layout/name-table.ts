import { compareText } from "../compare-text.ts";

/** One thing that wants a name. */
export interface Claim {
  /** Identity, and the order among equals: a place in the document, never a position in a list. */
  readonly key: string;
  /** The name it should have. */
  readonly name: string;
  /** True when the name is the author's own, letter by letter; such a claim goes before made names. */
  readonly own: boolean;
  /** Makes the name it gets when another claim has the first one, which is rare. */
  readonly fallback: () => string;
}

/** What a name is for. One place of a document can have several: an operation its function, its parameters, its result. */
export type NameRole = (typeof NAME_ROLES)[number];

/** In the order in which a reader meets them. */
export const NAME_ROLES = [
  "types",
  "requestTypes",
  "functions",
  "params",
  "results",
  "responses",
  "headers",
  "errorHeaders",
  "incoming",
  "answers",
  "incomingHeaders",
  "incomingQueries",
  "events",
  "classes",
  "resources",
  "methods",
] as const;

/** What is a member of a class, not an export. */
export type MemberRole = "resources" | "methods";

/** Names by what they are for and the key of whoever has them. */
export type Names = ReadonlyMap<NameRole, ReadonlyMap<string, string>>;

/**
 * All exported names of an SDK. The only place where collisions are settled: claims made together are settled
 * without regard to their order, so shuffling a document changes no name.
 */
export class NameTable {
  readonly #taken = new Set<string>();
  readonly #locked = new Map<NameRole, ReadonlyMap<string, string>>();
  readonly #settled = new Map<NameRole, Map<string, string>>();
  readonly #missed = new Map<NameRole, Map<string, string>>();

  /** Names in `locked` are taken before anybody claims one; where two want the same, the first has it. */
  constructor(reserved: Iterable<string>, locked: Names = new Map()) {
    for (const name of reserved) this.#taken.add(name);
    for (const [role, names] of locked) {
      const kept = isMember(role) ? names : this.#takeFree(names);
      this.#locked.set(role, kept);
    }
  }

  /** Every name that was claimed so far. */
  get names(): Names {
    return this.#settled;
  }

  /** True for a name that something has, the runtime included. */
  isTaken(name: string): boolean {
    return this.#taken.has(name);
  }

  /** The name itself, or with the first number behind it that nothing has. It is not taken by asking. */
  free(name: string): string {
    let free = name;
    for (let count = 2; this.#taken.has(free); count++) free = `${name}${count}`;
    return free;
  }

  /** The name that a claim was for, where it got another one. */
  missed(role: NameRole, key: string): string | undefined {
    return this.#missed.get(role)?.get(key);
  }

  /**
   * Settles claims of one rank; those of an earlier call keep their names, and so do those that are locked. Gives all
   * names of the role.
   */
  claim(role: NameRole, claims: readonly Claim[]): ReadonlyMap<string, string> {
    const names = namesOf(this.#settled, role);
    this.#settle(this.#keepLocked(role, claims, names), names);
    const missed = namesOf(this.#missed, role);
    for (const { key, name } of claims) if (names.get(key) !== name) missed.set(key, name);
    return names;
  }

  /**
   * Settles the names of members, which collide only within their owner: `make` gets those that are locked. Members of
   * several owners are settled one owner at a time.
   */
  claimMembers(
    role: MemberRole,
    keys: readonly string[],
    make: (locked: ReadonlyMap<string, string>) => ReadonlyMap<string, string>,
  ): ReadonlyMap<string, string> {
    const names = make(pick(this.#locked.get(role) ?? new Map<string, string>(), keys));
    const settled = namesOf(this.#settled, role);
    for (const [key, name] of names) settled.set(key, name);
    return names;
  }

  #takeFree(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const free = new Map<string, string>();
    for (const [key, name] of names) {
      if (!this.#taken.has(name)) free.set(key, this.#take(name));
    }
    return free;
  }

  /** Adds the locked names; gives the claims that have none. */
  #keepLocked(
    role: NameRole,
    claims: readonly Claim[],
    names: Map<string, string>,
  ): readonly Claim[] {
    const locked = this.#locked.get(role);
    if (locked === undefined) return claims;
    return claims.filter(({ key }) => {
      const name = locked.get(key);
      if (name !== undefined) names.set(key, name);
      return name === undefined;
    });
  }

  #settle(claims: readonly Claim[], names: Map<string, string>): void {
    const losers: Claim[] = [];
    for (const claim of winnersOf(claims, losers)) {
      if (this.#taken.has(claim.name)) losers.push(claim);
      else names.set(claim.key, this.#take(claim.name));
    }
    for (const loser of losers.toSorted(byRank))
      names.set(loser.key, this.#take(this.free(loser.fallback())));
  }

  #take(name: string): string {
    this.#taken.add(name);
    return name;
  }
}

function namesOf(names: Map<NameRole, Map<string, string>>, role: NameRole): Map<string, string> {
  const known = names.get(role) ?? new Map<string, string>();
  names.set(role, known);
  return known;
}

function pick(
  names: ReadonlyMap<string, string>,
  keys: readonly string[],
): ReadonlyMap<string, string> {
  const picked = new Map<string, string>();
  for (const key of keys) {
    const name = names.get(key);
    if (name !== undefined) picked.set(key, name);
  }
  return picked;
}

/** The first in rank of those that want the same name; the others are added to `losers`. */
function winnersOf(claims: readonly Claim[], losers: Claim[]): Iterable<Claim> {
  const winners = new Map<string, Claim>();
  for (const claim of claims) {
    const other = winners.get(claim.name);
    if (other === undefined || byRank(claim, other) < 0) winners.set(claim.name, claim);
    if (other !== undefined) losers.push(winners.get(claim.name) === claim ? other : claim);
  }
  return winners.values();
}

function byRank(a: Claim, b: Claim): number {
  if (a.own !== b.own) return a.own ? -1 : 1;
  return compareText(a.key, b.key);
}

/** True for names that only have to differ within their class. */
export function isMember(role: NameRole): role is MemberRole {
  return role === "resources" || role === "methods";
}
