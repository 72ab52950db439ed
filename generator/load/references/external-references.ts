import { isTooDeep, MAX_DEPTH } from "../depth.ts";
import { fail } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";
import { mentionsOf } from "../../mentions.ts";
import { meansItself, selfUri } from "../../self-uri.ts";
import { withoutFragment } from "../address.ts";

/** What a document says about other documents. Both are URLs without fragment. */
export interface DocumentLinks {
  /** Documents that it refers to, in the order of the text, itself left out. */
  readonly references: readonly string[];
  /** Identities (`$id`) that parts of it have; references to them stay inside. */
  readonly identities: readonly string[];
  /** The references as they are written, and the URLs that they lead to, both without fragment. */
  readonly written: readonly WrittenLink[];
}

export interface WrittenLink {
  readonly text: string;
  readonly url: string;
}

const noLinks: DocumentLinks = { references: [], identities: [], written: [] };

/** Finds the documents that a source refers to. Most have none, and then only their text is searched. */
export function findLinks(source: Source): DocumentLinks {
  // What an overlay has added does not stand in the text.
  if (source.origin === undefined && !mayReferOutside(source)) return noLinks;
  if (isTooDeep(source.value))
    fail("nested-too-deeply", { source, pointer: "" }, { limit: MAX_DEPTH });
  const links: Links = {
    references: new Set(),
    identities: new Set(),
    written: new Map(),
  };
  visit(source.value, source.url, "object", links);
  links.references.delete(source.url);
  leaveOutItself(source, links);
  return {
    references: [...links.references],
    identities: [...links.identities],
    written: [...links.written.values()],
  };
}

/** What a document calls itself is no other document, even where nothing is found under that name. */
function leaveOutItself(source: Source, links: Links): void {
  const self = selfUri(source);
  if (self === undefined) return;
  links.identities.add(self);
  for (const [key, { text, url }] of links.written) {
    if (!meansItself(text, source)) continue;
    links.references.delete(url);
    links.written.delete(key);
  }
}

/**
 * True when the text holds a `$ref` that does not plainly begin with `#`, or a discriminator's mapping with what may be
 * a file's name. A false alarm costs a walk through the document.
 */
export function mayReferOutside(source: Pick<Source, "text">): boolean {
  if (mentionsOf(source).outsideReference) return true;
  const { text } = source;
  for (let at = text.indexOf(discriminator); at !== -1; at = text.indexOf(discriminator, at + 1)) {
    if (mappingToFile.test(text.slice(at, at + 4000))) return true;
  }
  return false;
}

/** Searched first: the longer a word, the quicker the search. */
const discriminator = "discriminator";
const mappingToFile = /mapping["']?\s*:[^}]*\.(?:ya?ml|json)/i;

interface Links {
  readonly references: Set<string>;
  readonly identities: Set<string>;
  readonly written: Map<string, WrittenLink>;
}

/** `names`: an object whose keys the author chose, such as `properties`, where `default` or `x-a` mean nothing. */
type Role = "object" | "names";

/** Keywords whose values are objects keyed by names of the author's (OpenAPI 3.2, JSON Schema 2020-12, Swagger 2.0). */
const nameKeyed = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "dependencies",
  "$defs",
  "definitions",
  "schemas",
  "responses",
  "parameters",
  "requestBodies",
  "headers",
  "securitySchemes",
  "securityDefinitions",
  "links",
  "callbacks",
  "pathItems",
  "mediaTypes",
  "paths",
  "webhooks",
  "content",
  "encoding",
  "variables",
  "additionalOperations",
]);

/** Keywords whose values are data: a `$ref` in them is part of the data. */
const data = new Set(["example", "examples", "default", "enum", "const"]);

function visit(value: unknown, base: string, role: Role, links: Links): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) visit(item, base, "object", links);
    return;
  }
  const inner = identify(value, base, role, links);
  for (const [key, child] of Object.entries(value)) {
    if (key === "$ref") refer(child, inner, links);
    if (role === "names") visit(child, inner, "object", links);
    else if (key === "mapping") visitMapping(child, inner, links);
    else if (!data.has(key) && !key.startsWith("x-"))
      visit(child, inner, nameKeyed.has(key) ? "names" : "object", links);
  }
}

/** The base URL inside an object: its own `$id` (JSON Schema 2020-12, section 8.2.1), or the one around it. */
function identify(value: object, base: string, role: Role, links: Links): string {
  const id: unknown = role === "object" && "$id" in value ? value.$id : undefined;
  const url = typeof id === "string" ? resolveReference(id, base) : undefined;
  if (url === undefined) return base;
  links.identities.add(url);
  return url;
}

function refer(reference: unknown, base: string, links: Links): void {
  if (typeof reference !== "string" || reference.startsWith("#")) return;
  const url = resolveReference(reference, base);
  if (url === undefined) return;
  links.references.add(url);
  const text = reference.replace(/#.*$/s, "");
  links.written.set(`${text} ${url}`, { text, url });
}

/** A discriminator maps tags to names or to references (OpenAPI 3.2, section 4.25); names have no ending. */
function visitMapping(mapping: unknown, base: string, links: Links): void {
  if (typeof mapping !== "object" || mapping === null) return;
  for (const target of Object.values(mapping)) {
    if (typeof target === "string" && /\.(?:ya?ml|json)(?:#|$)/i.test(target))
      refer(target, base, links);
  }
}

function resolveReference(reference: string, base: string): string | undefined {
  const url = URL.canParse(reference, base) ? withoutFragment(new URL(reference, base)) : undefined;
  return url !== undefined && /^(?:file|https?):$/.test(url.protocol) ? url.href : undefined;
}
