import type { Node } from "../../spec/node.ts";
import { refOf, type Spec } from "../../spec/spec.ts";
import { typeOfValue } from "../algebra/basics.ts";
import { ALL_TYPES, type JsonType, only, type TypesOf } from "../algebra/json-type.ts";
import { common } from "../algebra/restrict.ts";
import { typesWritten } from "./types-written.ts";

/** Says which JSON types the values of a lowered schema may have; never too few. */
export function createTypesOf(ofReference: (target: string) => ReadonlySet<JsonType>): TypesOf {
  const typesOf: TypesOf = (schema) => {
    switch (schema.kind) {
      case "never":
        return new Set();
      case "null":
        return only("null");
      case "boolean":
        return only("boolean");
      case "number":
        return only("number");
      case "string":
      case "numericText":
      case "dateTime":
      case "binary":
      case "eventType":
        return only("string");
      case "literal":
        return only(typeOfValue(schema.value));
      case "enum":
        return schema.open === "suggestion"
          ? only("string")
          : new Set(schema.values.map(typeOfValue));
      case "array":
      case "tuple":
        return only("array");
      case "object":
      case "anyEvent":
        return only("object");
      case "union":
        return new Set(schema.members.flatMap((member) => [...typesOf(member)]));
      case "intersection":
        return schema.members.map(typesOf).reduce(common);
      case "reference":
        return ofReference(schema.target);
      case "unknown":
      case "json":
      case "typeParameter":
        return ALL_TYPES;
    }
  };
  return typesOf;
}

/** Says the same of a schema in the document, before it is lowered. Recursion counts as "anything". */
export function createTypesOfNode(spec: Spec): (node: Node) => ReadonlySet<JsonType> {
  const known = new Map<unknown, ReadonlySet<JsonType>>();
  const typesOfNode = (node: Node): ReadonlySet<JsonType> => {
    if (node.value === false) return new Set();
    if (!node.isObject) return ALL_TYPES;
    const types = known.get(node.value);
    if (types !== undefined) return types;
    known.set(node.value, ALL_TYPES);
    const found = compute(node);
    known.set(node.value, found);
    return found;
  };

  const compute = (node: Node): ReadonlySet<JsonType> => {
    const ref = refOf(node);
    if (ref !== undefined) {
      const target = spec.resolve(node, ref);
      const types = target === undefined ? ALL_TYPES : typesOfNode(target);
      return node.boolean("nullable") === true ? new Set([...types, "null"]) : types;
    }
    const sets = [ownTypes(node), ...(node.get("allOf")?.items().map(typesOfNode) ?? [])];
    for (const keyword of ["anyOf", "oneOf"]) {
      const members = node.get(keyword)?.items() ?? [];
      if (members.length > 0)
        sets.push(new Set(members.flatMap((member) => [...typesOfNode(member)])));
    }
    const types = sets.reduce(common);
    return node.boolean("nullable") === true ? new Set([...types, "null"]) : types;
  };

  const ownTypes = (node: Node): ReadonlySet<JsonType> => {
    if (node.has("const")) return only(typeOfValue(node.record["const"]));
    const written = typesWritten(node, spec);
    const types = written === undefined ? ALL_TYPES : new Set(written);
    if (!node.has("enum")) return types;
    const values =
      node
        .get("enum")
        ?.items()
        .map((item) => typeOfValue(item.value)) ?? [];
    const matching = values.filter((type) => types.has(type));
    return matching.length > 0 ? new Set(matching) : types;
  };
  return typesOfNode;
}
