import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { discriminatorOf } from "./mapping.ts";
import { typesWritten } from "./types-written.ts";

/** The values that a schema itself gives its tag, by `const` or `enum`; undefined where it does not. */
export function writtenTags(
  spec: Spec,
  node: Node,
  property: string,
): readonly unknown[] | undefined {
  let tags: readonly unknown[] | undefined;
  someSchema(spec, node, (schema) => {
    tags = tagsAt(spec, schema, property);
    return tags !== undefined;
  });
  return tags;
}

/** The values that one schema gives a property, without what it is made of. */
export function tagsAt(spec: Spec, schema: Node, property: string): readonly unknown[] | undefined {
  const meant = propertyOf(spec, schema, property);
  if (meant?.has("const") === true) return [meant.record["const"]];
  return meant?.has("enum") === true
    ? meant
        .get("enum")
        ?.items()
        .map(({ value }) => value)
    : undefined;
}

function propertyOf(spec: Spec, schema: Node, property: string): Node | undefined {
  const at = schema.at("properties", property);
  return at && spec.follow(at);
}

/** False where a schema gives its tag a type of which no name can be: `responseStatus` is a number. */
export function canBeText(spec: Spec, node: Node, property: string): boolean {
  return !someSchema(spec, node, (schema) => {
    const meant = propertyOf(spec, schema, property);
    const types = meant && typesWritten(meant, spec);
    return types !== undefined && !types.includes("string");
  });
}

/** True for a union that is told apart by the same property, or whose members all write their tags. */
export function isTaggedUnion(
  spec: Spec,
  node: Node,
  property: string,
  seen = new Set<unknown>(),
): boolean {
  const schema = spec.follow(node);
  if (schema === undefined || seen.has(schema.value)) return false;
  seen.add(schema.value);
  const members = (schema.get("oneOf") ?? schema.get("anyOf"))?.items() ?? [];
  if (members.length === 0) return false;
  return (
    discriminatorOf(schema) === property ||
    members.every(
      (member) =>
        writtenTags(spec, member, property) !== undefined ||
        isTaggedUnion(spec, member, property, seen),
    )
  );
}

/** Whether a schema, or one that it is made of, asks for a property. */
export function isRequired(spec: Spec, node: Node, property: string): boolean {
  return someSchema(spec, node, (schema) => schema.strings("required").includes(property));
}

/** Asks a schema and all that it is made of by `$ref` and `allOf`. */
export function someSchema(
  spec: Spec,
  node: Node,
  test: (schema: Node) => boolean,
  seen = new Set<unknown>(),
): boolean {
  const schema = spec.follow(node);
  if (schema === undefined || seen.has(schema.value)) return false;
  seen.add(schema.value);
  if (test(schema)) return true;
  return (schema.get("allOf")?.items() ?? []).some((member) =>
    someSchema(spec, member, test, seen),
  );
}
