import type { SchemaCase } from "../case.ts";

const integer = { type: "integer" };
const text = { type: "string" };

/** `allOf`, `anyOf`, `oneOf`, `not`, `if`. */
export const applicators: readonly SchemaCase[] = [
  {
    name: "if true",
    schema: { if: true, then: { const: "then" }, else: { const: "else" } },
    valid: ["then"],
    refused: ["else"],
  },
  {
    name: "if false",
    schema: { if: false, then: { const: "then" }, else: { const: "else" } },
    valid: ["else"],
    refused: ["then"],
  },
  {
    name: "a dependency on nothing but itself",
    schema: { dependentRequired: { a: ["a"] } },
    valid: [{}, { a: 1, b: 2 }, { b: 2 }, "a"],
  },
  {
    name: "a dependency alone",
    schema: { dependentRequired: { a: ["b"] } },
    valid: [{}, { c: 1 }, { a: 1, b: 2 }, "a", []],
    refused: [{ a: 1 }],
  },
  {
    name: "contains false",
    schema: { type: ["array", "string"], contains: false },
    valid: ["a"],
    refused: [[], [1]],
  },
  {
    name: "allOf",
    schema: {
      allOf: [
        { type: "object", properties: { bar: integer }, required: ["bar"] },
        { type: "object", properties: { foo: text }, required: ["foo"] },
      ],
    },
    valid: [{ foo: "a", bar: 2 }],
    refused: [{ foo: "a" }, { bar: 2 }, { foo: "a", bar: "x" }, {}],
  },
  {
    name: "allOf with members that do not say object",
    schema: {
      type: "object",
      properties: { bar: integer },
      required: ["bar"],
      allOf: [
        { properties: { foo: text }, required: ["foo"] },
        { properties: { baz: { type: "null" } }, required: ["baz"] },
      ],
    },
    valid: [{ foo: "a", bar: 2, baz: null }],
    refused: [{ foo: "a", baz: null }, { bar: 2, baz: null }, { foo: "a", bar: 2 }, { bar: 2 }],
  },
  {
    name: "allOf of simple limits",
    schema: { allOf: [{ maximum: 30 }, { minimum: 20 }] },
    valid: [25, "a", null],
  },
  { name: "allOf of true and true", schema: { allOf: [true, true] }, valid: ["a", 1, null, {}] },
  {
    name: "allOf with false",
    schema: { allOf: [true, false] },
    valid: [],
    refused: ["a", 1, null, {}],
  },
  { name: "allOf of one empty schema", schema: { allOf: [{}] }, valid: ["a", 1, null, {}] },
  {
    name: "allOf of an empty schema and a number",
    schema: { allOf: [{}, { type: "number" }] },
    valid: [1],
    refused: ["a"],
  },
  {
    name: "allOf narrows a scalar",
    schema: { allOf: [{ type: ["string", "null"] }, { type: ["string", "integer"] }] },
    valid: ["a"],
    refused: [null, 1],
  },
  {
    name: "allOf of types that exclude each other",
    schema: { allOf: [text, integer] },
    valid: [],
    refused: ["a", 1],
  },
  {
    name: "allOf with anyOf and oneOf beside it",
    schema: {
      allOf: [{ type: "object", properties: { a: integer }, required: ["a"] }],
      anyOf: [
        { type: "object", properties: { b: integer }, required: ["b"] },
        { type: "object", properties: { b: text }, required: ["b"] },
      ],
      oneOf: [
        { type: "object", properties: { c: integer }, required: ["c"] },
        { type: "object", properties: { d: integer }, required: ["d"] },
      ],
    },
    valid: [
      { a: 1, b: 1, c: 1 },
      { a: 1, b: "x", d: 1 },
    ],
    refused: [
      { b: 1, c: 1 },
      { a: 1, c: 1 },
      { a: 1, b: 1 },
      { a: 1, b: null, c: 1 },
    ],
  },
  {
    name: "oneOf beside properties",
    schema: {
      type: "object",
      properties: { id: text },
      required: ["id"],
      oneOf: [
        { properties: { a: integer }, required: ["a"] },
        { properties: { b: integer }, required: ["b"] },
      ],
    },
    valid: [
      { id: "x", a: 1 },
      { id: "x", b: 1 },
    ],
    refused: [{ a: 1 }, { id: "x" }, { id: 1, a: 1 }],
  },
  {
    name: "anyOf",
    schema: { anyOf: [integer, { minimum: 2 }] },
    valid: [1, 2.5, 3, "a"],
    slips: [1.5],
  },
  {
    name: "anyOf of scalars",
    schema: { anyOf: [integer, text] },
    valid: [1, "a"],
    refused: [null, true, []],
  },
  {
    name: "anyOf beside a type",
    schema: { type: "string", anyOf: [{ maxLength: 2 }, { minLength: 4 }] },
    valid: ["ab", "abcd"],
    refused: [3],
    slips: ["abc"],
  },
  { name: "anyOf with true", schema: { anyOf: [true, false] }, valid: ["a", null, {}] },
  {
    name: "anyOf of false",
    schema: { anyOf: [false, false] },
    valid: [],
    refused: ["a", null, {}],
  },
  {
    name: "anyOf of objects, both together",
    schema: {
      anyOf: [
        { type: "object", properties: { bar: integer }, required: ["bar"] },
        { type: "object", properties: { foo: text }, required: ["foo"] },
      ],
    },
    valid: [{ bar: 2 }, { foo: "a" }, { foo: "a", bar: 2 }],
    refused: [{ foo: 2, bar: "x" }, {}, 1],
  },
  {
    name: "anyOf with one empty schema",
    schema: { anyOf: [{ type: "number" }, {}] },
    valid: ["a", 1, null, []],
  },
  {
    name: "anyOf with null",
    schema: {
      anyOf: [{ type: "object", properties: { a: integer }, required: ["a"] }, { type: "null" }],
    },
    valid: [null, { a: 1 }],
    refused: [{}, 1, "a"],
  },
  {
    name: "oneOf of scalars",
    schema: { oneOf: [integer, text] },
    valid: [1, "a"],
    refused: [null, {}],
  },
  {
    name: "oneOf of objects",
    schema: {
      oneOf: [
        { type: "object", properties: { bar: integer }, required: ["bar"] },
        { type: "object", properties: { foo: text }, required: ["foo"] },
      ],
    },
    valid: [{ bar: 2 }, { foo: "a" }],
    refused: [{ foo: 2, bar: "x" }, {}],
    slips: [{ foo: "a", bar: 2 }],
  },
  {
    name: "oneOf with required only",
    schema: { type: "object", oneOf: [{ required: ["foo", "bar"] }, { required: ["foo", "baz"] }] },
    valid: [
      { foo: 1, bar: 2 },
      { foo: 1, baz: 2 },
    ],
    refused: [{ bar: 2 }, { foo: 1 }, {}],
    slips: [{ foo: 1, bar: 2, baz: 3 }],
  },
  {
    name: "oneOf with required names of properties beside it",
    schema: {
      type: "object",
      properties: { foo: integer, bar: text },
      oneOf: [{ required: ["foo"] }, { required: ["bar"] }],
    },
    valid: [{ foo: 1 }, { bar: "a" }],
    refused: [{}, { foo: "a" }],
  },
  {
    name: "oneOf with an optional property in each",
    schema: {
      oneOf: [
        { type: "object", properties: { bar: true, baz: true }, required: ["bar"] },
        { type: "object", properties: { foo: true }, required: ["foo"] },
      ],
    },
    valid: [{ bar: 8 }, { foo: "a" }, { foo: "a", extra: 1 }],
    refused: [{ baz: "quux" }],
  },
  { name: "oneOf with one true", schema: { oneOf: [true, false, false] }, valid: ["a", 1, null] },
  {
    name: "oneOf with two true",
    schema: { oneOf: [true, true, false] },
    valid: [],
    refused: ["a"],
  },
  { name: "oneOf of false", schema: { oneOf: [false, false] }, valid: [], refused: ["a"] },
  {
    name: "oneOf told apart by a tag",
    schema: {
      oneOf: [
        {
          type: "object",
          properties: { kind: { const: "a" }, a: integer },
          required: ["kind", "a"],
        },
        {
          type: "object",
          properties: { kind: { const: "b" }, b: integer },
          required: ["kind", "b"],
        },
      ],
    },
    valid: [
      { kind: "a", a: 1 },
      { kind: "b", b: 1 },
    ],
    refused: [{ kind: "a", b: 1 }, { kind: "a" }, { a: 1 }],
  },
  {
    name: "anyOf inside allOf",
    schema: { allOf: [{ anyOf: [integer, { type: "null" }] }, { anyOf: [integer, text] }] },
    valid: [1],
    refused: [null, "a"],
  },
  {
    name: "not with a type",
    schema: { not: { type: "integer" } },
    valid: ["a", null, {}, [], true],
    slips: [1],
  },
  {
    name: "not with several types",
    schema: { not: { type: ["integer", "boolean"] } },
    valid: ["a", null, {}],
    slips: [1],
    refused: [true],
  },
  {
    name: "not beside a list of types",
    schema: { type: ["string", "null", "boolean"], not: { type: "null" } },
    valid: ["a", true],
    refused: [null, 1],
  },
  {
    name: "not with a forbidden property",
    schema: { type: "object", properties: { bar: text }, not: { required: ["foo"] } },
    valid: [{ bar: "a" }, {}],
    refused: [{ bar: 1 }, { foo: 1, bar: "a" }],
  },
  {
    name: "a property that must not be there",
    schema: { type: "object", properties: { foo: { not: {} } } },
    valid: [{}, { bar: 1 }],
    refused: [{ foo: 1, bar: 2 }],
  },
  { name: "not true", schema: { not: true }, valid: [], refused: ["a", 1, null] },
  { name: "not false", schema: { not: false }, valid: ["a", 1, null] },
  { name: "not of an empty schema", schema: { not: {} }, valid: [], refused: ["a", 1, null, {}] },
  {
    name: "not an enum value",
    schema: { type: "string", enum: ["a", "b", "c"], not: { enum: ["c"] } },
    valid: ["a", "b"],
    refused: ["c", "d"],
  },
  {
    name: "if, then, else",
    schema: {
      type: "object",
      properties: { kind: text },
      if: { properties: { kind: { const: "a" } }, required: ["kind"] },
      then: { properties: { value: integer }, required: ["value"] },
      else: { properties: { value: text } },
    },
    valid: [{ kind: "a", value: 1 }, { kind: "b", value: "x" }, { kind: "b" }, { value: "x" }, {}],
    refused: [1, { kind: 1 }],
  },
  { name: "if alone", schema: { if: { const: 0 } }, valid: [0, "a", null] },
  { name: "then without if", schema: { then: { const: 0 } }, valid: [0, "a", null] },
  { name: "else without if", schema: { else: { const: 0 } }, valid: [0, "a", null] },
];
