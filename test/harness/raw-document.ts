import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { load } from "js-yaml";

const documents = new Map<string, unknown>();

/** The JSON value of a JSON or YAML file, read once. On purpose without the generator's own readers. */
export function readRawDocument(path: string): unknown {
  if (!documents.has(path)) {
    const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
    documents.set(path, extname(path) === ".json" ? JSON.parse(text) : load(text));
  }
  return documents.get(path);
}

/** A member of an object, or undefined if the value is no object or has no such member of its own. */
export function member(value: unknown, key: string): unknown {
  const members = record(value);
  return Object.hasOwn(members, key) ? members[key] : undefined;
}

/** The members of an object; none for any other value. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** The value at a JSON pointer in the form of a URI fragment (RFC 6901, section 6), or undefined. */
export function atFragment(document: unknown, fragment: string): unknown {
  return fragment.split("/").slice(1).map(decodeKey).reduce(member, document);
}

function decodeKey(key: string): string {
  return decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
}
