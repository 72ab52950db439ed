import type { SchemaCase } from "../case.ts";

/** Schemas of OpenAPI documents, where a keyword stands for the type that its author left out. */
export const customs: readonly SchemaCase[] = [
  {
    name: "properties without a type mean an object",
    schema: { properties: { a: { type: "integer" } }, required: ["a"] },
    valid: [{ a: 1 }, { a: 1, b: 2 }],
    refused: ["a", [], null, { a: "1" }],
  },
  {
    name: "items without a type mean an array",
    schema: { items: { type: "integer" } },
    valid: [[], [1]],
    refused: [{}, "a", ["a"]],
  },
  {
    name: "items mean no array beside a choice that allows something else",
    schema: { items: { type: "string" }, oneOf: [{ type: "array" }, { type: "string" }] },
    valid: [[], ["a"], "a"],
    refused: [{}, 1, [1]],
  },
  {
    name: "properties mean an object beside a choice that names no other type",
    schema: {
      properties: { a: { type: "integer" } },
      anyOf: [{ required: ["a"] }, { type: "object", required: ["b"] }],
    },
    valid: [{ a: 1 }, { b: 1 }],
    refused: ["a", [], null, { a: "1" }],
  },
  {
    name: "a limit without a type means no type",
    schema: { minItems: 1 },
    valid: [[1], "a", {}, null],
    slips: [[]],
  },
  {
    name: "names of properties without a type mean no type",
    schema: { propertyNames: { enum: ["a", "b"] } },
    valid: [{}, { a: 1 }, "a", []],
    refused: [{ c: 1 }],
  },
  {
    name: "a dependency alone allows objects without its members",
    schema: { type: "object", dependentRequired: { a: ["b"] } },
    valid: [{}, { c: 1 }, { a: 1, b: 2 }],
    refused: [{ a: 1 }, "a"],
  },
  {
    name: "a dependency says nothing about other types",
    schema: { type: ["object", "array", "null"], dependentRequired: { a: ["b"] } },
    valid: [{}, { c: 1 }, [], [1], null],
    refused: [{ a: 1 }, "a"],
  },
  {
    name: "two dependencies",
    schema: { type: "object", dependentRequired: { a: ["b"], c: ["d"] } },
    valid: [{}, { e: 1 }, { a: 1, b: 1 }, { c: 1, d: 1 }],
    refused: [{ a: 1 }, { c: 1 }],
  },
  {
    name: "a member that must not be there",
    schema: { type: "object", not: { required: ["a"] } },
    valid: [{}, { b: 1 }],
    refused: [{ a: 1 }, "a"],
  },
  {
    name: "a condition names the members that it allows",
    schema: {
      type: "object",
      properties: { kind: { type: "string" } },
      required: ["kind"],
      if: { properties: { kind: { const: "a" } } },
      then: { properties: { more: { type: "integer" } } },
    },
    valid: [{ kind: "a" }, { kind: "a", more: 1 }, { kind: "b", more: "x" }],
    refused: [{ more: 1 }],
    refusedFresh: [{ kind: "a", other: 1 }],
  },
  {
    name: "a schema that was written for a file of its own",
    schema: {
      type: "object",
      properties: { name: { $ref: "#/$defs/name" }, next: { $ref: "#" } },
      required: ["name"],
      $defs: { name: { type: "string" } },
    },
    valid: [{ name: "a" }, { name: "a", next: { name: "b" } }],
    refused: [{ name: 1 }, { name: "a", next: {} }],
  },
  {
    name: "another one with a definition of the same name",
    schema: {
      type: "object",
      properties: { name: { $ref: "#/$defs/name" } },
      required: ["name"],
      $defs: { name: { type: "number" } },
    },
    valid: [{ name: 1 }],
    refused: [{ name: "a" }],
  },
];
