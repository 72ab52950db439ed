import { basename } from "node:path/posix";
import { type Diagnostics, fail } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";
import { compareFromBehind, nearestMatch, selectPaths } from "./json-path.ts";
import { kindOf, mergeIntoTarget } from "./merge-value.ts";
import type { Origin, OverlaidTree, Path } from "./overlaid-tree.ts";
import { type Action, readOverlay } from "./read-overlay.ts";

/**
 * Applies the actions of an overlay, each to what the one before it left (OpenAPI Overlay 1.1, section 4.4.3).
 * Diagnostics: the error `overlay-invalid`, and the warnings `overlay-for-another`, for an overlay that names another
 * document, and `overlay-no-match`, for an action that changes nothing.
 */
export function applyOverlay(tree: OverlaidTree, source: Source, diagnostics: Diagnostics): void {
  const { extends: meant, actions } = readOverlay(source);
  const { source: document } = tree.originOf("");
  if (meant !== undefined && stemOf(meant.url) !== stemOf(new URL(document.url))) {
    const about = { meant: meant.text, document: document.name };
    diagnostics.report("overlay-for-another", { source, pointer: "/extends" }, about);
  }
  for (const action of actions) {
    const at = { source, pointer: `${action.pointer}/target` };
    const paths = selectPaths(action.target, tree.value, at);
    if (paths.length > 0) apply(tree, action, paths, at);
    else if (!action.mayMatchNothing) {
      const nearest = nearestMatch(action.target, tree.value);
      diagnostics.report("overlay-no-match", at, { target: action.target, nearest });
    }
  }
}

/** A document keeps its name wherever it is pulled to: `https://example.com/a/v2.json` and `spec/v2.yaml` are one. */
function stemOf({ pathname }: URL): string {
  return basename(pathname)
    .replace(/\.[^.]*$/, "")
    .toLowerCase();
}

function apply(tree: OverlaidTree, action: Action, paths: readonly Path[], at: Origin): void {
  if (action.kind === "remove") return remove(tree, paths, at);
  refuseMixed(tree, paths, at);
  const place = { source: at.source, pointer: `${action.pointer}/${action.kind}` };
  if (action.kind === "update") {
    const incoming = { value: action.update, origin: place, at: place };
    for (const path of paths) mergeIntoTarget(tree, path, incoming);
    return;
  }
  const from = onlyPath(selectPaths(action.copy, tree.value, place), place);
  for (const path of paths) mergeIntoTarget(tree, path, { ...tree.copy(from), at: place });
}

/** From behind, so that the indexes of what is still to be removed stay right. */
function remove(tree: OverlaidTree, paths: readonly Path[], at: Origin): void {
  for (const path of paths.toSorted(compareFromBehind)) {
    if (path.length === 0) refuse(at, "the root of a document can not be removed");
    tree.remove(path);
  }
}

function refuseMixed(tree: OverlaidTree, paths: readonly Path[], at: Origin): void {
  const kinds = [...new Set(paths.map((path) => kindOf(tree.get(path))))];
  if (kinds.length === 1) return;
  refuse(
    at,
    `the target selects ${kinds.join(" as well as ")}, which no one value goes together with`,
  );
}

function onlyPath([only, ...others]: readonly Path[], at: Origin): Path {
  if (only !== undefined && others.length === 0) return only;
  const count = only === undefined ? 0 : others.length + 1;
  return refuse(at, `\`copy\` must select one value, and it selects ${count}`);
}

function refuse(at: Origin, problem: string): never {
  return fail("overlay-invalid", at, { problem });
}
