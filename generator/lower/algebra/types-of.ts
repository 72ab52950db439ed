import type { DeclarationId } from "../../model.ts";
import { typeOfValue } from "./basics.ts";
import { ALL_TYPES, type JsonType, only, type TypesOf } from "./json-type.ts";
import { common } from "./restrict.ts";

/** Says which JSON types the values of a schema may have; never too few. */
export function createTypesOf(
  ofReference: (target: DeclarationId) => ReadonlySet<JsonType>,
): TypesOf {
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
