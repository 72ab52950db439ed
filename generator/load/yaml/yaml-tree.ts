import type { EventType, State } from "js-yaml";
import { isContainer } from "../../json-value.ts";
import { skipSeparation } from "./yaml-scanner.ts";

/** A node by its number: they are counted as they begin, so those inside of it come right behind it. */
export type YamlNode = number;

export interface YamlMember {
  readonly key: YamlNode | undefined;
  readonly value: YamlNode | undefined;
}

/**
 * The nodes of a text, as its parser meets them: `load(text, { listener: tree.listener })`. Kept in flat lists, since
 * every document is read this way and few are asked for more than a handful of positions. A parser that keeps a syntax
 * tree takes ten times as long.
 */
export class YamlTree {
  readonly text: string;
  /** Where the parser began to look for each node: spaces may stand before it. */
  readonly #opened: number[] = [];
  /** The number behind the last node inside of each. */
  readonly #ends: YamlNode[] = [];
  /** What each node became. */
  readonly #results: unknown[] = [];
  /** Those that have not ended. */
  readonly #pending: YamlNode[] = [];
  readonly #members = new Map<YamlNode, ReadonlyMap<string, YamlMember>>();

  constructor(text: string) {
    this.text = text;
  }

  readonly listener = (event: EventType, state: State): void => {
    if (event === "open") {
      this.#pending.push(this.#opened.length);
      this.#opened.push(state.position);
      this.#ends.push(0);
      this.#results.push(undefined);
      return;
    }
    const node = this.#pending.pop() as YamlNode;
    this.#ends[node] = this.#opened.length;
    this.#results[node] = state.result;
  };

  /** How many nodes there are. The first, 0, is the root. */
  get size(): number {
    return this.#opened.length;
  }

  /** The offset of the node's first character. */
  startOf(node: YamlNode): number {
    return skipSeparation(this.text, this.#opened[node] ?? 0);
  }

  /** The text of a key. */
  nameOf(node: YamlNode): string {
    return String(this.#results[node]);
  }

  isSequence(node: YamlNode): boolean {
    return Array.isArray(this.#results[node]);
  }

  /** Keys and values in turn, or items; an alias and a scalar have none. */
  partsOf(node: YamlNode): readonly YamlNode[] {
    const result = this.#results[node];
    if (!isContainer(result)) return [];
    const parts: YamlNode[] = [];
    const end = this.#ends[node] ?? 0;
    for (let inner = node + 1; inner < end; inner = this.#ends[inner] ?? end) parts.push(inner);
    // Looking for a block mapping, the parser read a whole node as its first key and then kept that.
    const last = parts.at(-1);
    return last !== undefined && this.#results[last] === result ? this.partsOf(last) : parts;
  }

  /** The members of a mapping by key, the items of a sequence by index. Of equal keys the last counts. */
  membersOf(node: YamlNode): ReadonlyMap<string, YamlMember> {
    const known = this.#members.get(node) ?? this.#indexMembers(node);
    this.#members.set(node, known);
    return known;
  }

  #indexMembers(node: YamlNode): ReadonlyMap<string, YamlMember> {
    if (this.isSequence(node))
      return new Map(
        this.partsOf(node).map((value, index) => [String(index), { key: undefined, value }]),
      );
    return new Map(
      [...this.pairsOf(node)].map(([key, value]) => [this.nameOf(key), { key, value }]),
    );
  }

  /**
   * A mapping's keys and values as they stand. `{a, b: 1}` has a key without a value, so a part that is no key of the
   * parsed mapping is taken to be out of step and passed over.
   */
  *pairsOf(node: YamlNode): Generator<readonly [key: YamlNode, value: YamlNode | undefined]> {
    const mapping = this.#results[node];
    if (!isContainer(mapping) || Array.isArray(mapping)) return;
    const parts = this.partsOf(node);
    for (let index = 0; index < parts.length; index++) {
      const key = parts[index] as YamlNode;
      const name = this.nameOf(key);
      const isKey = !isContainer(this.#results[key]);
      if (!isKey || (name !== "<<" && !Object.hasOwn(mapping, name))) continue;
      index++;
      yield [key, parts[index]];
    }
  }
}
