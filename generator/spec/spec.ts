import type { Diagnostics } from "../diagnostics.ts";
import { mentionsOf } from "../mentions.ts";
import type { Documents, Source } from "../source.ts";
import { meansItself, selfUri } from "../self-uri.ts";
import { suggest } from "../suggest.ts";
import {
  collectIdentifiers,
  mentionsIdentifiers,
  resourceUri,
  type Identifiers,
} from "./identifiers.ts";
import { dynamicTargets } from "./dynamic-scope.ts";
import { Node } from "./node.ts";
import { findInSchema, schemaRoot } from "./pasted-schema.ts";
import { decode, walk } from "./pointer.ts";

export type Version = "2.0" | "3.0" | "3.1" | "3.2";

/** The documents with their references resolvable: what `lower/` reads. */
export interface Spec {
  readonly root: Node;
  readonly version: Version;
  /** The node itself, or what its `$ref` (and that one's) leads to; undefined after reporting a dead end. */
  follow(node: Node): Node | undefined;
  /** What one reference leads to, one step. Reports a dead end. */
  resolve(from: Node, ref: string): Node | undefined;
  /** Where a `$dynamicRef` may lead, depending on the way to it. */
  resolveDynamic(from: Node, ref: string): readonly Node[];
  /** True when `node` reads as plain JSON Schema 2020-12 rather than by OpenAPI's customs. */
  isExact(node: Node): boolean;
  /** Set once a reference led nowhere inside a document that was read. */
  readonly broken: boolean;
}

const JSON_SCHEMA_DIALECT = /^https?:\/\/json-schema\.org\/draft\//;

/** Opens loaded documents for reading. Throws nothing: `version` was checked while loading. */
export function openSpec(documents: Documents, version: Version, diagnostics: Diagnostics): Spec {
  return new DocumentSpec(documents, version, diagnostics);
}

class DocumentSpec implements Spec {
  readonly root: Node;
  readonly version: Version;
  broken = false;
  readonly #documents: Documents;
  readonly #diagnostics: Diagnostics;
  readonly #roots = new Map<Source, Node>();
  /** By the URLs that documents give themselves. */
  readonly #selves = new Map<string, Source>();
  /** By base, then by reference. */
  readonly #resolved = new Map<string, Map<string, Node | undefined>>();
  /** Of schemas that were written for files of their own: by their root, then by reference. */
  readonly #pasted = new Map<unknown, Map<string, Node | undefined>>();
  readonly #deadEnds = new Set<string>();
  /** Where chains of references end, so that each is followed once. */
  readonly #ends = new Map<unknown, Node>();
  readonly #identifiers: Identifiers | undefined;
  readonly #exactDocument: boolean;
  /** Whether schemas may name a dialect of their own; hardly any document's do. */
  readonly #mentionsDialects: boolean;

  constructor(documents: Documents, version: Version, diagnostics: Diagnostics) {
    this.#documents = documents;
    this.#diagnostics = diagnostics;
    this.version = version;
    this.root = this.#rootOf(documents.entry);
    const sources = [...new Set([documents.entry, ...documents.sources.values()])];
    for (const source of sources) {
      const self = selfUri(source);
      if (self !== undefined) this.#selves.set(self, source);
    }
    const roots = sources.filter(mentionsIdentifiers).map((source) => this.#rootOf(source));
    this.#identifiers = roots.length > 0 ? collectIdentifiers(roots) : undefined;
    this.#mentionsDialects = sources.some((source) => mentionsOf(source).words.has("schema"));
    this.#exactDocument = JSON_SCHEMA_DIALECT.test(this.root.string("jsonSchemaDialect") ?? "");
  }

  follow(node: Node): Node | undefined {
    // No step or one, as nearly always.
    const ref = node.record["$ref"];
    if (ref === undefined) return node;
    const target = typeof ref === "string" ? this.resolve(node, ref) : this.#withoutRef(node);
    if (target === undefined || target.record["$ref"] === undefined) return target;
    return this.#followChain(node);
  }

  #followChain(node: Node): Node | undefined {
    const seen = new Set<unknown>();
    let current: Node | undefined = node;
    for (let ref = refOf(node); ref !== undefined; ref = refOf(current)) {
      if (seen.has(current.value)) {
        this.#diagnostics.report("circular-ref", current, { ref });
        this.broken = true;
        return undefined;
      }
      seen.add(current.value);
      current = this.#ends.get(current.value) ?? this.resolve(current, ref);
      if (current === undefined) return undefined;
    }
    // What an object with an `$id` above it refers to depends on the way to it.
    if (this.#identifiers === undefined && seen.size > 1)
      for (const value of seen) this.#ends.set(value, current);
    return this.#withoutRef(current);
  }

  /** A `$ref` that is no text leads nowhere. */
  #withoutRef(node: Node): Node | undefined {
    const ref = node.record["$ref"];
    if (ref === undefined) return node;
    this.broken = true;
    const shown = JSON.stringify(ref).slice(0, 60);
    this.#diagnostics.report("unresolved-ref", node, { ref: shown, suggestion: undefined });
    return undefined;
  }

  resolve(from: Node, ref: string): Node | undefined {
    const base = this.#baseOf(from);
    const resolved = this.#resolved.get(base) ?? new Map<string, Node | undefined>();
    const known = resolved.get(ref);
    if (known !== undefined) return known;
    if (!resolved.has(ref)) this.#resolved.set(base, resolved.set(ref, this.#find(from, ref)));
    return resolved.get(ref) ?? this.#resolveInSchema(from, ref);
  }

  /** What a reference means depends on the schema then: each may have a `#/$defs/item` of its own. */
  #resolveInSchema(from: Node, ref: string): Node | undefined {
    const root = ref.startsWith("#") ? schemaRoot(from) : undefined;
    if (root === undefined) {
      this.#reportDeadEnd(from, ref);
      return undefined;
    }
    const resolved = this.#pasted.get(root.value) ?? new Map<string, Node | undefined>();
    if (resolved.has(ref)) return resolved.get(ref);
    const target = findInSchema(root, ref.slice(1));
    this.#pasted.set(root.value, resolved.set(ref, target));
    if (target === undefined) this.#reportDeadEnd(from, ref);
    else
      this.#diagnostics.report("ref-from-schema", from, { ref, pointer: `#${target.pointer}` });
    return target;
  }

  resolveDynamic(from: Node, ref: string): readonly Node[] {
    const target = this.resolve(from, ref);
    if (target === undefined) return [];
    const name = ref.slice(ref.indexOf("#") + 1);
    const anchors = this.#identifiers?.dynamicAnchors.get(name) ?? [];
    // A target that is no dynamic anchor makes it a plain reference.
    if (this.#identifiers === undefined || target.string("$dynamicAnchor") !== name) return [target];
    return dynamicTargets(from, anchors, this.#identifiers, {
      baseOf: (node) => this.#baseOf(node),
      find: (node, other) => this.#find(node, other),
    });
  }

  isExact(node: Node): boolean {
    if (!this.#mentionsDialects) return this.#exactDocument;
    for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
      const dialect = at.string("$schema");
      if (dialect !== undefined) return JSON_SCHEMA_DIALECT.test(dialect);
    }
    return this.#exactDocument;
  }

  #rootOf(source: Source): Node {
    const known = this.#roots.get(source);
    if (known !== undefined) return known;
    const root = new Node(source, source.value);
    this.#roots.set(source, root);
    return root;
  }

  /** The URI against which references in `node` resolve: its nearest `$id`, else the document's own. */
  #baseOf(node: Node): string {
    if (this.#identifiers === undefined) return node.source.url;
    const chain: Node[] = [];
    for (let at: Node | undefined = node; at !== undefined; at = at.parent) chain.push(at);
    return chain.reduceRight((base, at) => resourceUri(at, base) ?? base, node.source.url);
  }

  #find(from: Node, ref: string): Node | undefined {
    const hash = ref.indexOf("#");
    const path = hash < 0 ? ref : ref.slice(0, hash);
    const fragment = hash < 0 ? "" : ref.slice(hash + 1);
    const base = this.#baseOf(from);
    const isSelf = path !== "" && meansItself(path, from.source);
    const target = path === "" || isSelf ? base : withoutFragment(path, base);
    if (target === undefined) return undefined;
    const found = this.#findIn(target, fragment);
    if (path !== "") return found;
    // Inside a schema with an `$id`, "#/components/..." means the document by every author's intention.
    const meant = found ?? this.#findIn(from.source.url, fragment);
    // An OpenAPI document is no schema: "#" was written for a file that held this schema alone.
    return meant?.value === this.root.value ? undefined : meant;
  }

  #findIn(resource: string, fragment: string): Node | undefined {
    const source = this.#sourceAt(resource);
    const root =
      this.#identifiers?.resources.get(resource) ?? (source && this.#rootOf(source)) ?? undefined;
    if (root === undefined || fragment === "") return root;
    if (fragment.startsWith("/")) return walk(root, fragment);
    return this.#identifiers?.anchors.get(`${resource}#${decode(fragment)}`);
  }

  #sourceAt(url: string): Source | undefined {
    const { entry, sources } = this.#documents;
    return url === entry.url ? entry : (sources.get(url) ?? this.#selves.get(url));
  }

  /** Once for each reference of a document, however many places have it. */
  #reportDeadEnd(from: Node, ref: string): void {
    const key = `${from.source.url} ${ref}`;
    if (this.#deadEnds.has(key)) return;
    this.#deadEnds.add(key);
    const path = ref.split("#", 1)[0] ?? "";
    const url = path === "" ? undefined : withoutFragment(path, from.source.url);
    const reason = url === undefined ? undefined : this.#documents.missing.get(url);
    const isEntry = url !== undefined && this.#sourceAt(url) === this.#documents.entry;
    const external = path !== "" && !isEntry && !meansItself(path, from.source);
    if (external) {
      this.#diagnostics.report("unresolved-external-ref", from, { ref, reason });
      return;
    }
    this.broken = true;
    this.#diagnostics.report("unresolved-ref", from, { ref, suggestion: this.#suggest(from, ref) });
  }

  #suggest(from: Node, ref: string): string | undefined {
    const cut = ref.lastIndexOf("/");
    if (cut < 0) return undefined;
    const siblings = walk(this.#rootOf(from.source), ref.slice(ref.indexOf("#") + 1, cut));
    const names = siblings?.members().map((member) => member.key) ?? [];
    const name = suggest(decode(ref.slice(cut + 1)), names);
    return name === undefined ? undefined : `${ref.slice(0, cut)}/${name}`;
  }
}

/** The `$ref` of an object, if it has one. */
export function refOf(node: Node): string | undefined {
  return node.string("$ref");
}

function withoutFragment(ref: string, base: string): string | undefined {
  if (!URL.canParse(ref, base)) return undefined;
  const url = new URL(ref, base);
  url.hash = "";
  return url.href;
}
