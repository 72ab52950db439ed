/** One thing that wants a name. */
export interface Claim {
  /** Identity, and the order among equals: a place in the document, never a position in a list. */
  readonly key: string;
  /** The name it should have. */
  readonly name: string;
  /** True when the name is the author's own, letter by letter; such a claim goes before made names. */
  readonly own: boolean;
  /** The name it gets when another claim has the first one. */
  readonly fallback: string;
}

/**
 * All exported names of an SDK. The only place where collisions are settled: claims made together are settled
 * without regard to their order, so shuffling a document changes no name.
 */
export class NameTable {
  readonly #taken = new Set<string>();

  constructor(reserved: Iterable<string>) {
    for (const name of reserved) this.#taken.add(name);
  }

  /** Settles claims of one rank; those of an earlier call keep their names. */
  claim(claims: readonly Claim[]): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    const losers: Claim[] = [];
    for (const group of groupsOf(claims)) {
      const [first, ...others] = group;
      if (first === undefined) continue;
      const wins = !this.#taken.has(first.name);
      if (wins) names.set(first.key, this.#take(first.name));
      losers.push(...(wins ? others : group));
    }
    for (const loser of losers.sort(byRank))
      names.set(loser.key, this.#take(this.#free(loser.fallback)));
    return names;
  }

  #take(name: string): string {
    this.#taken.add(name);
    return name;
  }

  #free(name: string): string {
    let free = name;
    for (let count = 2; this.#taken.has(free); count++) free = `${name}${count}`;
    return free;
  }
}

function groupsOf(claims: readonly Claim[]): Iterable<readonly Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.name);
    if (group === undefined) groups.set(claim.name, [claim]);
    else group.push(claim);
  }
  for (const group of groups.values()) group.sort(byRank);
  return groups.values();
}

function byRank(a: Claim, b: Claim): number {
  if (a.own !== b.own) return a.own ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
