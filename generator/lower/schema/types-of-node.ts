import type { Node } from "../../spec/node.ts";
import { refOf, type Spec } from "../../spec/spec.ts";
import { typeOfValue } from "../algebra/basics.ts";
import { ALL_TYPES, type JsonType, only } from "../algebra/json-type.ts";
import { common } from "../algebra/restrict.ts";
import { typesWritten } from "./types-written.ts";

/**
 * Says which JSON types the values of a schema in the document may have, before it is lowered. Recursion counts as
 * "anything".
 */
export function createTypesOfNode(spec: Spec): (node: Node) => ReadonlySet<JsonType> {
  const known = new Map<unknown, ReadonlySet<JsonType>>();
  const typesOfNode = (node: Node): ReadonlySet<JsonType> => {
    if (node.value === false) return new Set();
    if (!node.isObject) return ALL_TYPES;
    const types = known.get(node.value);
    if (types !== undefined) return types;
    known.set(node.value, ALL_TYPES);
    const found = withNullable(node, compute(node));
    known.set(node.value, found);
    return found;
  };
  const compute = (node: Node): ReadonlySet<JsonType> => {
    const ref = refOf(node);
    if (ref !== undefined) {
      const target = spec.resolve(node, ref);
      return target === undefined ? ALL_TYPES : typesOfNode(target);
    }
    const sets = [ownTypes(spec, node), ...(node.get("allOf")?.items().map(typesOfNode) ?? [])];
    for (const keyword of ["anyOf", "oneOf"]) {
      const members = node.get(keyword)?.items() ?? [];
      if (members.length > 0)
        sets.push(new Set(members.flatMap((member) => [...typesOfNode(member)])));
    }
    return sets.reduce(common);
  };
  return typesOfNode;
}

function withNullable(node: Node, types: ReadonlySet<JsonType>): ReadonlySet<JsonType> {
  return node.boolean("nullable") === true ? new Set([...types, "null"]) : types;
}

/** What `const`, `enum` and `type` say, whatever stands beside them. */
function ownTypes(spec: Spec, node: Node): ReadonlySet<JsonType> {
  if (node.has("const")) return only(typeOfValue(node.record["const"]));
  const written = typesWritten(node, spec);
  const types = written === undefined ? ALL_TYPES : new Set(written);
  const values = node.get("enum")?.items() ?? [];
  const matching = values.map(({ value }) => typeOfValue(value)).filter((type) => types.has(type));
  return matching.length > 0 ? new Set(matching) : types;
}
