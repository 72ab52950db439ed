import { diagnose, type Diagnostic, Failure } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";
import { pointerToken } from "../pointer.ts";
import { firstDifference } from "./first-difference.ts";

/**
 * Joins excerpts of one OpenAPI document into that document. An excerpt has some operations and the components that
 * they reach; all else, such as `info` and `servers`, stands in each. Operations and components are joined in the order
 * in which the excerpts have them. What several have must be equal: if not, a `Failure` with `excerpt-conflict` for
 * each difference names both places. Undefined for no excerpts.
 */
export function mergeExcerpts(excerpts: readonly Source[]): unknown {
  const [first] = excerpts;
  if (first === undefined) return undefined;
  const parts = new Map<string, Part>();
  const conflicts: Diagnostic[] = [];
  for (const source of excerpts) {
    for (const part of partsOf(source)) {
      const key = pointerOf(part.path);
      const known = parts.get(key);
      if (known === undefined) parts.set(key, part);
      else conflicts.push(...compare(known, part));
    }
  }
  conflicts.push(...missingAtTop(excerpts));
  if (conflicts.length > 0) throw new Failure(conflicts);
  return assemble([...parts.values()]);
}

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

export function partsOf(source: Source): readonly Part[] {
  return cut({ source, value: source.value, path: [] });
}

function cut(part: Part): readonly Part[] {
  const { value, path, source } = part;
  const isCut = path.length === 0 || (path.length < 3 && cutUp.has(path[0] ?? ""));
  if (!isCut || !isObject(value) || Object.keys(value).length === 0) return [part];
  return Object.entries(value).flatMap(([key, member]) =>
    cut({ source, value: member, path: [...path, key] }),
  );
}

function compare(known: Part, part: Part): readonly Diagnostic[] {
  const difference = firstDifference(known.value, part.value);
  if (difference === undefined) return [];
  const pointer = `${pointerOf(part.path)}${pointerOf(difference)}`;
  return [conflict(known.source, part.source, pointer, titleOf(part.path))];
}

/** What people call it: `GET /events`, `schemas Event`, `info`. */
export function titleOf([key, name = "", member]: readonly string[]): string {
  if (member === undefined) return [key, name].join(" ").trim();
  return key === "components" ? `${name} ${member}` : `${member.toUpperCase()} ${name}`;
}

/** `security` that only some excerpts have would change the meaning of the operations of the others. */
function missingAtTop([first, ...others]: readonly Source[]): readonly Diagnostic[] {
  if (first === undefined) return [];
  return others.flatMap((other) =>
    ["servers", "security"]
      .filter((key) => hasKey(first, key) !== hasKey(other, key))
      .map((key) => conflict(first, other, `/${key}`, key)),
  );
}

function hasKey({ value }: Source, key: string): boolean {
  return isObject(value) && Object.hasOwn(value, key);
}

function conflict(known: Source, source: Source, pointer: string, what: string): Diagnostic {
  const { line, column } = known.locate(pointer);
  return diagnose(
    "excerpt-conflict",
    { source, pointer },
    { what, other: `${known.name}:${line}:${column}` },
  );
}

/** Puts the pieces back where they were, in their order; a key comes into being with its first piece. */
function assemble(parts: readonly Part[]): unknown {
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

export function pointerOf(path: readonly string[]): string {
  return path.map((key) => `/${pointerToken(key)}`).join("");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
