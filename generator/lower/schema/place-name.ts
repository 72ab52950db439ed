import type { Node } from "../../spec/node.ts";
import { isVersion } from "../is-version.ts";

/** Words of OpenAPI and JSON Schema that stand between names in a pointer and say nothing about the thing. */
const STRUCTURE = new Set([
  "components",
  "schemas",
  "definitions",
  "$defs",
  "defs",
  "properties",
  "patternProperties",
  "paths",
  "responses",
  "parameters",
  "requestBodies",
  "headers",
  "content",
  "schema",
  "allOf",
  "anyOf",
  "oneOf",
  "items",
  "prefixItems",
  "additionalProperties",
  "get",
  "put",
  "post",
  "delete",
  "patch",
  "head",
  "options",
  "trace",
  "requestBody",
  "webhooks",
  "callbacks",
  "default",
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "x-webhooks",
]);

/**
 * A name for a schema that is referred to without being a component: its `$defs` key, its property, its file. Tools that
 * put documents together leave references into paths: `image` below `/v2/droplets/{id}` is `DropletsImage`.
 */
export function placeName(node: Node): string {
  const words: string[] = [];
  for (let at: Node | undefined = node; at?.parent !== undefined; at = at.parent) {
    if (isPath(at)) return inPath(at.key, words.slice(-2));
    if (isName(at.key)) words.unshift(at.key);
    if (endsName(at)) break;
  }
  return words.length > 0
    ? words.slice(-3).join(" ")
    : (node.string("title") ?? fileName(node.source.url));
}

function isPath({ key, parent }: Node): boolean {
  return parent?.key === "paths" && key.startsWith("/");
}

/** A path without its version and, if something else is left, its parameters, and the words below it, each said once. */
function inPath(path: string, words: readonly string[]): string {
  const segments = path.split("/").filter((one) => /\w/.test(one) && !isVersion(one));
  const named = segments.filter((one) => !one.includes("{"));
  const [first = "", ...others] = [...(named.length > 0 ? named : segments), ...words].map(oneWord);
  return others.reduce((name, word) => (name.endsWith(word) ? name : name + word), first);
}

/** `load_balancers` -> `LoadBalancers`. */
function oneWord(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function isName(key: string): boolean {
  return !STRUCTURE.has(key) && !/^\d+$/.test(key) && !/^[\w.+*-]+\/[\w.+*;= -]+$/.test(key);
}

/** A key of a named section is a whole name; what stands before it only says where the section is. */
function endsName(node: Node): boolean {
  const section = node.parent?.key;
  return (
    section !== undefined &&
    ["schemas", "definitions", "$defs", "responses", "parameters", "requestBodies"].includes(
      section,
    ) &&
    isName(node.key)
  );
}

function fileName(url: string): string {
  const last = url.split("/").findLast(Boolean) ?? "";
  const name = last.replace(/%20|%2[dD]/g, " ").replace(/\.(?:json|ya?ml|md)$/i, "");
  return name === "" ? "document" : name;
}
