import { isRecord } from "../../json-value.ts";
import { PATH_ITEM_METHODS } from "../../path-item-methods.ts";
import type { Source } from "../../source.ts";

/** A piece of a document that is taken or compared as a whole, and the excerpt it is from. */
export interface Part {
  readonly source: Source;
  readonly value: unknown;
  readonly path: readonly string[];
}

/**
 * `paths` is cut up by path and method, `components` by kind and name; an empty one stays a piece, as does whatever
 * stands at the top besides.
 */
const cutUp: ReadonlySet<string> = new Set(["paths", "webhooks", "components"]);

/** Cuts a document into its pieces. */
export function partsOf(source: Source): readonly Part[] {
  return cut({ source, value: source.value, path: [] });
}

function cut(part: Part): readonly Part[] {
  const { value, path, source } = part;
  if (!isCut(path) || !isRecord(value) || Object.keys(value).length === 0) return [part];
  return Object.entries(value).flatMap(([key, member]) =>
    cut({ source, value: member, path: [...path, key] }),
  );
}

function isCut(path: readonly string[]): boolean {
  const [top] = path;
  return top === undefined || (cutUp.has(top) && path.length < 3) || isMoreOperations(path);
}

/** True for an operation of a path or of a webhook. */
export function isOperation({ path }: Part): boolean {
  if (path[0] === "components") return false;
  return path.length === 3
    ? PATH_ITEM_METHODS.has(path[2] ?? "")
    : isMoreOperations(path.slice(0, -1));
}

/** True for the member of a path item that has its operations with other methods. */
function isMoreOperations([top, , member, ...deeper]: readonly string[]): boolean {
  return top !== "components" && member === "additionalOperations" && deeper.length === 0;
}

/** Puts the pieces back where they were, in their order; a key comes into being with its first piece. */
export function assemble(parts: readonly Part[]): unknown {
  const root = new Map<string, unknown>();
  for (const { path, value } of parts) {
    let place = root;
    for (const key of path.slice(0, -1)) {
      const inner = place.get(key);
      const next =
        inner instanceof Map ? (inner as Map<string, unknown>) : new Map<string, unknown>();
      place.set(key, next);
      place = next;
    }
    const last = path.at(-1) ?? "";
    // An empty `paths` beside one with members is a piece of its own, and adds nothing.
    if (!(place.get(last) instanceof Map)) place.set(last, value);
  }
  return toObject(root);
}

function toObject(value: unknown): unknown {
  if (!(value instanceof Map)) return value;
  return Object.fromEntries(
    [...(value as Map<string, unknown>)].map(([key, member]) => [key, toObject(member)]),
  );
}
