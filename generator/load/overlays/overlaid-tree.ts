import { pointerOf, escapeToken, pointerTokens } from "../../json-pointer.ts";
import type { Source } from "../../source.ts";

/** Where a value was written. */
export interface Origin {
  readonly source: Source;
  readonly pointer: string;
}

/** Keys of objects and indexes of arrays, from the root. */
export type Path = readonly (string | number)[];

type Container = Record<string, unknown> | unknown[];

/**
 * A document while overlays change it. Only the containers on the way to a change are copied; each of those knows where
 * its members were written, all others stand where the original has them.
 */
export class OverlaidTree {
  #root: { value: unknown; readonly origin: Origin };
  /** The copied containers: where each member is from. For arrays, by index. */
  readonly #origins = new Map<Container, Map<string, Origin>>();

  constructor(source: Source) {
    this.#root = { value: source.value, origin: { source, pointer: "" } };
  }

  get value(): unknown {
    return this.#root.value;
  }

  get(path: Path): unknown {
    let value = this.value;
    for (const key of path) value = isContainer(value) ? memberOf(value, key) : undefined;
    return value;
  }

  /** Where the value at a pointer was written; the nearest ancestor when there is none. */
  originOf(pointer: string): Origin {
    let { value, origin } = this.#root;
    for (const token of pointerTokens(pointer)) {
      if (!isContainer(value) || memberOf(value, token) === undefined) return origin;
      origin = this.originOfMember(value, token, origin);
      value = memberOf(value, token);
    }
    return origin;
  }

  /** Sets a member of the object or array at `path`; an index beyond the end of an array appends. */
  set(path: Path, key: string | number, value: unknown, origin: Origin): void {
    const owner = this.#own(path);
    define(owner, key, value);
    this.#origins.get(owner)?.set(String(key), origin);
  }

  /** Removes the value at `path`; the later items of an array move up. The root stays. */
  remove(path: Path): void {
    const key = path.at(-1);
    if (key === undefined || this.get(path) === undefined) return;
    const owner = this.#own(path.slice(0, -1));
    const origins = this.#origins.get(owner);
    if (!Array.isArray(owner)) {
      Reflect.deleteProperty(owner, key);
      origins?.delete(String(key));
      return;
    }
    const index = Number(key);
    for (let at = index; at < owner.length - 1; at++)
      origins?.set(String(at), origins.get(String(at + 1)) as Origin);
    origins?.delete(String(owner.length - 1));
    owner.splice(index, 1);
  }

  /** The value at `path` so that it can stand somewhere else as well: copied containers are copied once more. */
  copy(path: Path): { readonly value: unknown; readonly origin: Origin } {
    return { value: this.#duplicate(this.get(path)), origin: this.originOf(pointerOf(path)) };
  }

  #duplicate(value: unknown): unknown {
    if (!isContainer(value)) return value;
    const origins = this.#origins.get(value);
    if (origins === undefined) return value;
    const twin = shallowCopy(value);
    this.#origins.set(twin, new Map(origins));
    for (const [key, member] of Object.entries(value)) define(twin, key, this.#duplicate(member));
    return twin;
  }

  /** Where a member was written, when its container, from `origin`, is not at a place of the document yet. */
  originOfMember(container: Container, token: string, origin: Origin): Origin {
    const own = this.#origins.get(container)?.get(token);
    return own ?? { source: origin.source, pointer: `${origin.pointer}/${escapeToken(token)}` };
  }

  /** The container at `path`, copied together with those on the way to it. */
  #own(path: Path): Container {
    let owner = this.#copyOf(this.#root.value, this.#root.origin);
    let { origin } = this.#root;
    this.#root = { value: owner, origin };
    for (const key of path) {
      const member = memberOf(owner, key);
      origin = this.originOfMember(owner, String(key), origin);
      const own = this.#copyOf(member, origin);
      define(owner, key, own);
      owner = own;
    }
    return owner;
  }

  #copyOf(value: unknown, { source, pointer }: Origin): Container {
    if (!isContainer(value)) throw new Error(`Nothing at ${pointer} can have members.`);
    if (this.#origins.has(value)) return value;
    const copy = shallowCopy(value);
    const members = Object.keys(value).map(
      (key) => [key, { source, pointer: `${pointer}/${escapeToken(key)}` }] as const,
    );
    this.#origins.set(copy, new Map(members));
    return copy;
  }
}

export function isContainer(value: unknown): value is Container {
  return typeof value === "object" && value !== null;
}

function memberOf(container: Container, key: string | number): unknown {
  return Object.hasOwn(container, key) ? (container as Record<string, unknown>)[key] : undefined;
}

/** Spreading defines `__proto__` like any other member. */
function shallowCopy(value: Container): Container {
  return Array.isArray(value) ? [...(value as readonly unknown[])] : { ...value };
}

/** An assignment to `__proto__` would change the prototype. */
function define(container: Container, key: string | number, value: unknown): void {
  Object.defineProperty(container, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
