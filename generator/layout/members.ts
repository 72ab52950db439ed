import { isIdentifier } from "../names.ts";

/** Members that the classes of a facade have already; `then` would make promises of them. */
const TAKEN: ReadonlySet<string> = new Set(["client", "constructor", "then", "__proto__"]);

/** What every object has, or what others ask it for: such a method would answer `JSON.stringify`. A lock may have them. */
const UNWANTED: readonly string[] = [
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toJSON",
  "toLocaleString",
  "toString",
  "valueOf",
];

/** True for a name that a resource or a method can have: `delete` is one. */
export function isMemberName(name: string): boolean {
  return isIdentifier(name) && !TAKEN.has(name);
}

/** The members of one class: each name once, those that are locked first. */
export class Members {
  readonly #names: Map<string, string>;
  readonly #taken: Set<string>;

  constructor(locked: ReadonlyMap<string, string>) {
    this.#names = new Map(locked);
    this.#taken = new Set([...TAKEN, ...UNWANTED, ...locked.values()]);
  }

  get names(): ReadonlyMap<string, string> {
    return this.#names;
  }

  isFree(name: string): boolean {
    return !this.#taken.has(name);
  }

  add(key: string, base: string): void {
    if (this.#names.has(key)) return;
    let name = base;
    for (let count = 2; !this.isFree(name); count++) name = `${base}${count}`;
    this.#taken.add(name);
    this.#names.set(key, name);
  }
}
