import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { load } from "js-yaml";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/**
 * How many operations the `paths` of a document have. Counted from the raw document, on purpose
 * without the generator's own reading of it.
 */
export function countOperations(path: string): number {
  const paths = member(read(path), "paths");
  return Object.keys(record(paths)).reduce(
    (sum, key) => sum + (key.startsWith("x-") ? 0 : countItem(member(paths, key), path)),
    0,
  );
}

function countItem(item: unknown, path: string): number {
  const ref = member(item, "$ref");
  const own = methods.filter((method) => Object.hasOwn(record(item), method)).length;
  const additional = Object.keys(record(member(item, "additionalOperations"))).length;
  return own + additional + (typeof ref === "string" ? countReferenced(ref, path) : 0);
}

function countReferenced(ref: string, path: string): number {
  const [file = "", pointer = ""] = ref.split("#");
  const target = file === "" ? path : resolve(dirname(path), decodeURIComponent(file));
  if (!existsSync(target)) return 0;
  const keys = pointer.split("/").slice(1).map(decodeKey);
  return countItem(keys.reduce(member, read(target)), target);
}

function decodeKey(key: string): string {
  return decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
}

const documents = new Map<string, unknown>();

function read(path: string): unknown {
  if (!documents.has(path)) {
    const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
    documents.set(path, extname(path) === ".json" ? JSON.parse(text) : load(text));
  }
  return documents.get(path);
}

function member(value: unknown, key: string): unknown {
  return Object.hasOwn(record(value), key) ? record(value)[key] : undefined;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
