import { fail } from "../../diagnostics.ts";
import { pointerOf } from "../../json-pointer.ts";
import { isContainer, type Origin, type OverlaidTree, type Path } from "./overlaid-tree.ts";

/** A value of an overlay, or of another place of the document, on its way to where it belongs. */
export interface Incoming {
  readonly value: unknown;
  /** Where it was written. */
  readonly origin: Origin;
  /** The place in the overlay that gets the blame. */
  readonly at: Origin;
}

/**
 * Merges a value into what an action selects (OpenAPI Overlay 1.1, section 4.4.3): objects member by member, an array
 * to the end of an array, anything else as its last item, a scalar in place of a scalar. Diagnostic: `overlay-invalid`.
 */
export function mergeIntoTarget(tree: OverlaidTree, path: Path, incoming: Incoming): void {
  const { value, origin } = incoming;
  const target = tree.get(path);
  if (!Array.isArray(target) || Array.isArray(value)) return merge(tree, path, incoming);
  tree.set(path, target.length, value, origin);
}

/** Below the target, only what is alike goes together. */
function merge(tree: OverlaidTree, path: Path, { value, origin, at }: Incoming): void {
  const target = tree.get(path);
  const kind = kindOf(target);
  if (kind !== kindOf(value)) {
    // A key without a value, as the specification's own example has it, says nothing.
    if (value === null && kind !== "a scalar") return;
    refuse(at, path, kind, value);
  }
  if (Array.isArray(value)) return append(tree, path, value, origin);
  if (isContainer(value)) {
    for (const [key, member] of Object.entries(value)) {
      const inner = { value: member, origin: tree.originOfMember(value, key, origin), at };
      if (Object.hasOwn(target as object, key)) merge(tree, [...path, key], inner);
      else tree.set(path, key, member, inner.origin);
    }
    return;
  }
  const key = path.at(-1);
  if (key === undefined) fail("overlay-invalid", at, { problem: "the root can not be replaced" });
  else tree.set(path.slice(0, -1), key, value, origin);
}

function append(tree: OverlaidTree, path: Path, value: readonly unknown[], origin: Origin): void {
  const start = (tree.get(path) as readonly unknown[]).length;
  for (const [index, item] of value.entries()) {
    const place = tree.originOfMember(value as unknown[], String(index), origin);
    tree.set(path, start + index, item, place);
  }
}

type Kind = "an object" | "a list" | "a scalar";

/** What a value is, as people call it. */
export function kindOf(value: unknown): Kind {
  if (!isContainer(value)) return "a scalar";
  return Array.isArray(value) ? "a list" : "an object";
}

function refuse(at: Origin, path: Path, kind: Kind, value: unknown): never {
  const problem = `the value at "${pointerOf(path)}" is ${kind}, and ${kindOf(value)} can not be merged into it`;
  return fail("overlay-invalid", at, { problem });
}
