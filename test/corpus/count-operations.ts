import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { atFragment, member, readRawDocument, record } from "../harness/raw-document.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/**
 * How many operations the `paths` of a document have. Counted from the raw document, on purpose
 * without the generator's own reading of it.
 */
export function countOperations(path: string): number {
  const paths = record(member(readRawDocument(path), "paths"));
  return Object.entries(paths)
    .filter(([key]) => !key.startsWith("x-"))
    .reduce((sum, [, item]) => sum + countItem(item, path), 0);
}

/** `seen` holds the references on the way: a path item may refer to itself. */
function countItem(item: unknown, path: string, seen: readonly string[] = []): number {
  const ref = member(item, "$ref");
  const own = methods.filter((method) => Object.hasOwn(record(item), method)).length;
  const additional = Object.keys(record(member(item, "additionalOperations"))).length;
  return own + additional + (typeof ref === "string" ? countReferenced(ref, path, seen) : 0);
}

function countReferenced(ref: string, path: string, seen: readonly string[]): number {
  const [file = "", fragment = ""] = ref.split("#");
  const target = file === "" ? path : resolve(dirname(path), decodeURIComponent(file));
  const place = `${target}#${fragment}`;
  if (seen.includes(place) || !existsSync(target)) return 0;
  return countItem(atFragment(readRawDocument(target), fragment), target, [...seen, place]);
}
