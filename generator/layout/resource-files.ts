import { compareText } from "../compare-text.ts";
import type { Resource } from "../model.ts";
import { fileName, UNNAMED } from "./file-name.ts";

/**
 * The file of each resource, by its name. Files differ in more than case and punctuation; `shared`, `other` and `index`
 * are taken. Of resources that want one file, the one that has its name letter by letter gets it.
 */
export function resourceFiles(resources: readonly Resource[]): ReadonlyMap<string, string> {
  const taken = new Set(["shared", "other", "index"]);
  const files = new Map<string, string>();
  for (const { name, base } of resources.map(wanted).toSorted(byRank)) {
    let file = taken.has(base) ? `${base}-resource` : base;
    for (let count = 2; taken.has(file); count++) file = `${base}-${count}`;
    taken.add(file);
    files.set(name, file);
  }
  return files;
}

interface Wanted {
  readonly name: string;
  readonly base: string;
}

/** A name in a script that file names do not have is no help: `用户` of `/users/{id}` is in `users`. */
function wanted({ name, operations }: Resource): Wanted {
  const own = fileName(name);
  return { name, base: own === UNNAMED ? commonWord(operations.map(({ path }) => path)) : own };
}

/** The first segment that most of the paths begin with. */
function commonWord(paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const words = path.split("/").map((segment) => (segment.includes("{") ? "" : segment));
    const word = words.map(fileName).find((one) => one !== UNNAMED && !isCommonplace(one));
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted(([a, m], [b, n]) => n - m || compareText(a, b));
  return first?.[0] ?? UNNAMED;
}

function isCommonplace(word: string): boolean {
  return /^(?:v\d+|api|rest)$/.test(word);
}

function byRank(a: Wanted, b: Wanted): number {
  if ((a.name === a.base) !== (b.name === b.base)) return a.name === a.base ? -1 : 1;
  return compareText(a.name, b.name);
}
