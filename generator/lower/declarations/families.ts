import { addTo } from "../../group-by.ts";
import type { Node } from "../../spec/node.ts";
import { refOf, type Spec } from "../../spec/spec.ts";
import { schemaNodes } from "../../spec/components.ts";
import { discriminatorOf, mappingOf } from "../schema/mapping.ts";

/** Which schemas build on which, and the tags that tell them apart. */
export interface Families {
  /** Component schemas by the value of each schema that they name in `allOf`. */
  readonly heirs: ReadonlyMap<unknown, readonly Node[]>;
  /**
   * The tags that mappings give a schema, by the discriminating property and the schema's value: a union may map what
   * its base, which has a discriminator too, leaves to the names.
   */
  readonly tags: ReadonlyMap<string, ReadonlyMap<unknown, readonly string[]>>;
}

/** Reads all families of a document. Tags are read only where a base has a discriminator. */
export function collectFamilies(spec: Spec): Families {
  const heirs = collectHeirs(spec);
  const hasTags = [...schemaNodes(spec).values()].some(
    (node) => heirs.has(node.value) && discriminatorOf(node) !== undefined,
  );
  return { heirs, tags: hasTags ? collectTags(spec) : new Map() };
}

function collectHeirs(spec: Spec): ReadonlyMap<unknown, readonly Node[]> {
  const heirs = new Map<unknown, Node[]>();
  for (const node of schemaNodes(spec).values()) {
    for (const member of node.get("allOf")?.items() ?? []) {
      const base = refOf(member) === undefined ? undefined : spec.follow(member);
      if (base !== undefined) addTo(heirs, base.value, node);
    }
  }
  return heirs;
}

function collectTags(spec: Spec): Families["tags"] {
  const tags = new Map<string, Map<unknown, readonly string[]>>();
  const pending = [spec.root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    pending.push(...node.containers().toReversed());
    const property = discriminatorOf(node);
    if (property === undefined) continue;
    const known = tags.get(property) ?? new Map<unknown, readonly string[]>();
    for (const [schema, own] of mappingOf(spec, node))
      known.set(schema, [...new Set([...(known.get(schema) ?? []), ...own])]);
    tags.set(property, known);
  }
  return tags;
}
