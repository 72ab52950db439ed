import { diagnose, type Diagnostic, type Diagnostics, Failure } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";
import { pointerOf } from "../pointer.ts";
import { firstDifference } from "./first-difference.ts";
import { isAboutDocument, isWording, joinTags } from "./wording.ts";

/**
 * Joins excerpts of one OpenAPI document into that document. An excerpt has some operations and the components that
 * they reach; all else, such as `servers`, stands in each. Operations and components are joined in the order in which
 * the excerpts have them. What several have must mean the same: if not, a `Failure` with `excerpt-conflict` for each
 * difference names both places. Where only what people read differs, the first one counts, and the warning
 * `excerpt-wording` names both. Undefined for no excerpts.
 */
export function mergeExcerpts(excerpts: readonly Source[], diagnostics: Diagnostics): unknown {
  const [first] = excerpts;
  if (first === undefined) return undefined;
  const parts = new Map<string, Part>();
  const differences = new Map<string, Diagnostic>();
  const conflicts: Diagnostic[] = [];
  for (const part of excerpts.flatMap(partsOf)) {
    const key = pointerOf(part.path);
    const known = parts.get(key);
    parts.set(key, known === undefined ? part : joined(known, part));
    const found = known && compare(known, part);
    if (found?.severity === "error") conflicts.push(found);
    else if (found !== undefined && !differences.has(key)) differences.set(key, found);
  }
  conflicts.push(...missingAtTop(excerpts));
  if (conflicts.length > 0) throw new Failure(conflicts);
  diagnostics.list.push(...differences.values());
  return assemble([...parts.values()]);
}

/** Every page may list its own tags only. */
function joined(known: Part, { value }: Part): Part {
  if (pointerOf(known.path) !== "/tags") return known;
  return { ...known, value: joinTags(known.value, value) };
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

/** An error where a part means something else, a warning where it is only worded otherwise. */
function compare(known: Part, part: Part): Diagnostic | undefined {
  const { path } = part;
  const any = firstDifference(known.value, part.value, undefined, path);
  if (any === undefined || pointerOf(path) === "/tags") return undefined;
  const meaning = isAboutDocument(path)
    ? undefined
    : firstDifference(known.value, part.value, isWording, path);
  const code = meaning === undefined ? "excerpt-wording" : "excerpt-conflict";
  return disagreement(code, known.source, part.source, pointerOf(meaning ?? any), titleOf(path));
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
      .map((key) => disagreement("excerpt-conflict", first, other, `/${key}`, key)),
  );
}

function hasKey({ value }: Source, key: string): boolean {
  return isObject(value) && Object.hasOwn(value, key);
}

function disagreement(
  code: "excerpt-conflict" | "excerpt-wording",
  known: Source,
  source: Source,
  pointer: string,
  what: string,
): Diagnostic {
  const { line, column } = known.locate(pointer);
  const about = { what, other: `${known.name}:${line}:${column}` };
  return diagnose(code, { source, pointer }, about);
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

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
