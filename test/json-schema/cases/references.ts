import type { SchemaCase } from "../case.ts";

/** `$ref` and what it can lead to. */
export const references: readonly SchemaCase[] = [
  {
    name: "a schema that contains itself",
    schema: { type: "object", properties: { foo: { $ref: "#" } }, additionalProperties: false },
    valid: [{}, { foo: {} }, { foo: { foo: {} } }],
    refused: [{ foo: 1 }, { bar: {} }, { foo: { bar: {} } }],
  },
  {
    name: "a pointer to a property",
    schema: {
      type: "object",
      properties: { foo: { type: "integer" }, bar: { $ref: "#/properties/foo" } },
    },
    valid: [{ bar: 3 }, {}],
    refused: [{ bar: true }],
  },
  {
    name: "a pointer into prefixItems",
    schema: { type: "array", prefixItems: [{ type: "integer" }, { $ref: "#/prefixItems/0" }] },
    valid: [[1, 2], [1]],
    refused: [[1, "foo"]],
  },
  {
    name: "pointers with escapes",
    schema: {
      $defs: {
        "tilde~field": { type: "integer" },
        "slash/field": { type: "integer" },
        "percent%field": { type: "integer" },
      },
      type: "object",
      properties: {
        tilde: { $ref: "#/$defs/tilde~0field" },
        slash: { $ref: "#/$defs/slash~1field" },
        percent: { $ref: "#/$defs/percent%25field" },
      },
    },
    valid: [{ slash: 1, tilde: 2, percent: 3 }, {}],
    refused: [{ slash: "a" }, { tilde: "a" }, { percent: "a" }],
  },
  {
    name: "$defs are not properties",
    schema: {
      $defs: { a: { type: "integer" } },
      type: "object",
      properties: { x: { $ref: "#/$defs/a" } },
    },
    valid: [{}, { x: 1 }],
    refused: [{ x: "a" }],
  },
  {
    name: "a chain of references",
    schema: {
      $defs: { a: { type: "integer" }, b: { $ref: "#/$defs/a" }, c: { $ref: "#/$defs/b" } },
      $ref: "#/$defs/c",
    },
    valid: [5],
    refused: ["a"],
  },
  {
    name: "a reference with keywords beside it",
    schema: {
      $defs: {
        named: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
      },
      $ref: "#/$defs/named",
      properties: { age: { type: "integer" } },
      required: ["age"],
    },
    valid: [{ name: "a", age: 1 }],
    refused: [{ name: "a" }, { age: 1 }, { name: 1, age: 1 }],
  },
  {
    name: "a property named $ref",
    schema: { type: "object", properties: { $ref: { type: "string" } } },
    valid: [{ $ref: "a" }, {}],
    refused: [{ $ref: 2 }],
  },
  {
    name: "a property named $ref that is a reference",
    schema: {
      $defs: { text: { type: "string" } },
      type: "object",
      properties: { $ref: { $ref: "#/$defs/text" } },
    },
    valid: [{ $ref: "a" }],
    refused: [{ $ref: 2 }],
  },
  {
    name: "a reference to true",
    schema: { $defs: { any: true }, $ref: "#/$defs/any" },
    valid: ["a", 1, null],
  },
  {
    name: "a reference to false",
    schema: { $defs: { none: false }, $ref: "#/$defs/none" },
    valid: [],
    refused: ["a", 1, null],
  },
  {
    name: "an $id of its own, with references inside it",
    schema: {
      $id: "https://example.com/tree",
      type: "object",
      properties: {
        value: { type: "integer" },
        children: { type: "array", items: { $ref: "tree" } },
      },
      required: ["value"],
    },
    valid: [{ value: 1 }, { value: 1, children: [{ value: 2, children: [] }] }],
    refused: [{}, { value: "a" }, { value: 1, children: [{}] }],
  },
  {
    name: "an $id with an $anchor inside it",
    schema: {
      $id: "https://example.com/anchored",
      $defs: { whole: { $anchor: "whole", type: "integer" } },
      type: "array",
      items: { $ref: "#whole" },
    },
    valid: [[1, 2], []],
    refused: [["a"]],
  },
  {
    name: "a pointer inside a schema with an $id",
    schema: {
      $id: "https://example.com/with-pointer",
      $defs: { whole: { type: "integer" } },
      type: "array",
      items: { $ref: "#/$defs/whole" },
    },
    valid: [[1, 2], []],
    refused: [["a"]],
  },
  {
    name: "$dynamicRef to a plain anchor",
    schema: {
      $id: "https://example.com/plain-anchor",
      $defs: { item: { $anchor: "item", type: "string" } },
      type: "array",
      items: { $dynamicRef: "#item" },
    },
    valid: [["a"], []],
    refused: [[1]],
  },
  {
    name: "a $dynamicRef that a surrounding schema may lead elsewhere",
    schema: {
      $id: "https://example.com/outer",
      $ref: "list",
      $defs: {
        number: { $dynamicAnchor: "element", type: "number" },
        list: {
          $id: "list",
          type: "array",
          items: { $dynamicRef: "#element" },
          $defs: { element: { $dynamicAnchor: "element", type: "string" } },
        },
      },
    },
    valid: [[1], []],
    refused: [[true]],
    slips: [["a"]],
  },
  {
    name: "$dynamicRef to a $dynamicAnchor",
    schema: {
      $id: "https://example.com/dynamic",
      $defs: { item: { $dynamicAnchor: "item", type: "string" } },
      type: "array",
      items: { $dynamicRef: "#item" },
    },
    valid: [["a"], []],
    refused: [[1]],
  },
  {
    name: "schemas that contain each other",
    schema: {
      $defs: {
        tree: {
          type: "object",
          properties: { nodes: { type: "array", items: { $ref: "#/$defs/node" } } },
          required: ["nodes"],
        },
        node: {
          type: "object",
          properties: { value: { type: "number" }, subtree: { $ref: "#/$defs/tree" } },
          required: ["value"],
        },
      },
      $ref: "#/$defs/tree",
    },
    valid: [
      { nodes: [] },
      { nodes: [{ value: 1 }, { value: 2, subtree: { nodes: [{ value: 3 }] } }] },
    ],
    refused: [{ nodes: [{ value: "a" }] }, { nodes: [{ value: 1, subtree: { nodes: [{}] } }] }, {}],
  },
  {
    name: "an array that contains itself",
    schema: { type: "array", items: { $ref: "#" } },
    valid: [[], [[]], [[], [[]]]],
    refused: [[1], ["a"], 1],
  },
  {
    name: "a union that contains itself",
    schema: { anyOf: [{ type: "string" }, { type: "array", items: { $ref: "#" } }] },
    valid: ["a", [], ["a", ["b", []]]],
    refused: [1, [1], ["a", [1]]],
  },
  {
    name: "a map that contains itself",
    schema: { type: "object", additionalProperties: { $ref: "#" } },
    valid: [{}, { a: {} }, { a: { b: {} } }],
    refused: [{ a: 1 }],
  },
  {
    name: "null beside a reference to itself",
    schema: {
      type: "object",
      properties: { next: { anyOf: [{ $ref: "#" }, { type: "null" }] } },
      required: ["next"],
    },
    valid: [{ next: null }, { next: { next: null } }],
    refused: [{}, { next: 1 }, { next: {} }],
  },
];
