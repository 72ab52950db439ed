import { type Diagnostics, fail } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";
import { pointerToken } from "../pointer.ts";
import { nearestMatch, selectPaths } from "./json-path.ts";
import { isContainer, type Origin, type OverlaidTree, type Path } from "./overlaid-tree.ts";
import { type Action, readOverlay } from "./read-overlay.ts";

/**
 * Applies the actions of an overlay, each to what the one before it left (OpenAPI Overlay 1.1, section 4.4.3).
 * Diagnostics: the error `overlay-invalid`, and the warning `overlay-no-match` for an action that changes nothing.
 */
export function applyOverlay(tree: OverlaidTree, source: Source, diagnostics: Diagnostics): void {
  for (const action of readOverlay(source)) {
    const at = { source, pointer: `${action.pointer}/target` };
    const paths = selectPaths(action.target, tree.value, at);
    if (paths.length > 0) apply(tree, action, paths, source);
    else if (!action.mayMatchNothing) {
      const nearest = nearestMatch(action.target, tree.value);
      diagnostics.report("overlay-no-match", at, { target: action.target, nearest });
    }
  }
}

function apply(tree: OverlaidTree, action: Action, paths: readonly Path[], source: Source): void {
  const { pointer } = action;
  switch (action.kind) {
    case "remove":
      // From behind, so that the indexes of what is still to be removed stay right.
      for (const path of paths.toReversed()) tree.remove(path);
      return;
    case "update": {
      const origin = { source, pointer: `${pointer}/update` };
      for (const path of paths) merge(tree, path, action.update, origin, origin);
      return;
    }
    case "copy": {
      const at = { source, pointer: `${pointer}/copy` };
      const found = selectPaths(action.copy, tree.value, at);
      const [from, another] = found;
      if (from === undefined || another !== undefined)
        return refuse(at, `\`copy\` must select one value, and it selects ${found.length}`);
      for (const path of paths) {
        const { value, origin } = tree.copy(from);
        merge(tree, path, value, origin, at);
      }
    }
  }
}

/** `origin` is where the value was written, `at` the place in the overlay that gets the blame. */
function merge(tree: OverlaidTree, path: Path, value: unknown, origin: Origin, at: Origin): void {
  const target = tree.get(path);
  if (Array.isArray(target)) return append(tree, path, value, origin);
  if (isContainer(target)) {
    // A key without a value, as the specification's own example has it, says nothing.
    if (value === null && path.length > 0) return;
    if (!isContainer(value) || Array.isArray(value)) refuse(at, conflict(path, "an object", value));
    for (const [key, member] of Object.entries(value as object)) {
      const place = tree.originOfMember(value, key, origin);
      if (Object.hasOwn(target, key)) merge(tree, [...path, key], member, place, at);
      else tree.set(path, key, member, place);
    }
    return;
  }
  if (isContainer(value)) refuse(at, conflict(path, "a scalar", value));
  const key = path.at(-1);
  if (key === undefined) return refuse(at, "the root of a document can not be replaced");
  tree.set(path.slice(0, -1), key, value, origin);
}

/** An array is joined to an array; anything else becomes its last item. */
function append(tree: OverlaidTree, path: Path, value: unknown, origin: Origin): void {
  const start = (tree.get(path) as readonly unknown[]).length;
  if (!Array.isArray(value)) return tree.set(path, start, value, origin);
  for (const [index, item] of value.entries()) {
    tree.set(path, start + index, item, tree.originOfMember(value, String(index), origin));
  }
}

function conflict(path: Path, expected: string, value: unknown): string {
  const where = path.map((key) => `/${pointerToken(String(key))}`).join("");
  const found = Array.isArray(value) ? "a list" : isContainer(value) ? "an object" : "a scalar";
  return `the value at "${where}" is ${expected}, and ${found} can not be merged into it`;
}

function refuse(at: Origin, problem: string): never {
  return fail("overlay-invalid", at, { problem });
}
