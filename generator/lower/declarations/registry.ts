import type { DeclarationId, Docs, Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";

/** A schema that gets a name, before and after it is lowered. */
export interface Entry {
  readonly id: DeclarationId;
  readonly name: string;
  readonly node: Node;
  docs: Docs;
  /** As it arrives; undefined until lowered. */
  schema: Schema | undefined;
  /** Declarations that `schema` mentions, members left out in one direction included. */
  readonly references: Set<DeclarationId>;
  /** True when the schema itself, without what it refers to, reads differently in requests. */
  differs: boolean;
}

/** All named schemas, by the identity of their value, in the order in which they were met. */
export class Registry {
  readonly #entry: string;
  readonly #byValue = new Map<unknown, Entry>();
  readonly #byId = new Map<DeclarationId, Entry>();
  readonly #queue: Entry[] = [];
  /** The declaration that is being lowered now; references and differences are noted on it. */
  #current: Entry | undefined;

  constructor(entryName: string) {
    this.#entry = entryName;
  }

  get entries(): readonly Entry[] {
    return [...this.#byId.values()];
  }

  get(id: DeclarationId): Entry | undefined {
    return this.#byId.get(id);
  }

  /** The key of a place: a JSON pointer as URI fragment, with the document's name in front if it is not the entry. */
  idOf(node: Node): DeclarationId {
    return node.source.name === this.#entry ? `#${node.pointer}` : node.id;
  }

  /** Gives the schema at `node` a name, once. */
  declare(node: Node, name: string): Entry {
    const known = this.find(node);
    if (known !== undefined) return known;
    const id = this.idOf(node);
    const entry: Entry = {
      id,
      name,
      node,
      docs: {},
      schema: undefined,
      references: new Set(),
      differs: false,
    };
    if (typeof node.value === "object") this.#byValue.set(node.value, entry);
    this.#byId.set(id, entry);
    this.#queue.push(entry);
    return entry;
  }

  find(node: Node): Entry | undefined {
    return typeof node.value === "object" && node.value !== null
      ? this.#byValue.get(node.value)
      : this.#byId.get(this.idOf(node));
  }

  /** The next declaration that was not lowered yet. */
  next(): Entry | undefined {
    return this.#queue.shift();
  }

  /** Runs `work` with references and differences noted on `entry`. */
  within<T>(entry: Entry, work: () => T): T {
    const outer = this.#current;
    this.#current = entry;
    try {
      return work();
    } finally {
      this.#current = outer;
    }
  }

  noteReference(id: DeclarationId): void {
    this.#current?.references.add(id);
  }

  /** Notes that what is lowered now reads differently in requests and answers. */
  noteDifference(): void {
    if (this.#current !== undefined) this.#current.differs = true;
  }
}
