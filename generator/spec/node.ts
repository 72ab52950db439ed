import type { Place } from "../diagnostics.ts";
import { escapeToken } from "../json-pointer.ts";
import { isContainer, isRecord } from "../json-value.ts";
import type { Source } from "../source.ts";

/**
 * A value in a document together with the way that led to it, so that anything found there can name its place.
 * Reading never throws and never sees inherited members: documents may hold any key, `__proto__` included.
 */
export class Node implements Place {
  readonly source: Source;
  readonly value: unknown;
  /** The value as an object; an empty one when it is anything else. Every question about a member begins here. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly parent: Node | undefined;
  readonly key: string;

  constructor(source: Source, value: unknown, parent?: Node, key = "") {
    this.source = source;
    this.value = value;
    this.record = isRecord(value) ? value : NO_MEMBERS;
    this.parent = parent;
    this.key = key;
  }

  /** JSON pointer from the root of the source (RFC 6901). */
  get pointer(): string {
    return this.parent === undefined ? "" : `${this.parent.pointer}/${escapeToken(this.key)}`;
  }

  /** Identity of the place, equal for equal places. */
  get id(): string {
    return `${this.source.name}#${this.pointer}`;
  }

  get isObject(): boolean {
    return this.value === this.record;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.record, key);
  }

  /** The member or the element at `key`; undefined if there is none. */
  get(key: string): Node | undefined {
    const value = this.value;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    return new Node(this.source, (value as Record<string, unknown>)[key], this, key);
  }

  at(...keys: readonly string[]): Node | undefined {
    return keys.reduce<Node | undefined>((node, key) => node?.get(key), this);
  }

  /** Members of an object in document order; nothing for any other value. */
  members(): Node[] {
    return Object.keys(this.record).map(
      (key) => new Node(this.source, this.record[key], this, key),
    );
  }

  /** Elements of an array; nothing for any other value. */
  items(): Node[] {
    const value: unknown = this.value;
    if (!Array.isArray(value)) return [];
    return value.map((item: unknown, index) => new Node(this.source, item, this, String(index)));
  }

  /** The members or elements that have such themselves, which is all that a walk through a document looks into. */
  containers(): Node[] {
    const found: Node[] = [];
    // oxlint-disable-next-line guard-for-in -- nothing that a document's objects inherit is enumerable
    for (const key in this.value as object) {
      const inner = (this.value as Readonly<Record<string, unknown>>)[key];
      if (isContainer(inner)) found.push(new Node(this.source, inner, this, key));
    }
    return found;
  }

  // What is inherited is no scalar, so the look at the prototype chain does no harm.

  string(key: string): string | undefined {
    const value = this.record[key];
    return typeof value === "string" ? value : undefined;
  }

  number(key: string): number | undefined {
    const value = this.record[key];
    return typeof value === "number" ? value : undefined;
  }

  boolean(key: string): boolean | undefined {
    const value = this.record[key];
    return typeof value === "boolean" ? value : undefined;
  }

  /** The strings of an array member; other elements are passed over. */
  strings(key: string): readonly string[] {
    const value = this.record[key];
    if (!Array.isArray(value)) return [];
    // Nearly always there are no others, and a list that is only read need not be copied.
    return value.every(isString) ? value : value.filter(isString);
  }
}

const NO_MEMBERS: Readonly<Record<string, unknown>> = Object.freeze({});

function isString(value: unknown): value is string {
  return typeof value === "string";
}
