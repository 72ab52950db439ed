import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { trySchemas } from "./try-schemas.ts";

/**
 * Schemas and values that nobody thought of. What a validator allows must be assignable: the first promise of
 * docs/types.md, with the letter of JSON Schema 2020-12.
 */
const SCHEMAS = 120;
const VALUES = 40;

const names = fc.constantFrom("a", "b", "x-c");
const scalar = fc.constantFrom<unknown>(null, true, false, 0, 1, 2.5, "", "a", "b");
const jsonType = fc.constantFrom(
  "null",
  "boolean",
  "integer",
  "number",
  "string",
  "array",
  "object",
);

const { value, schema } = fc.letrec<{ value: unknown; schema: unknown }>((tie) => {
  const schemas = fc.array(tie("schema"), { minLength: 1, maxLength: 3 });
  const named = fc.dictionary(names, tie("schema"), { maxKeys: 3 });
  const list = fc.uniqueArray(names, { maxLength: 2 });
  const keywords: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    type: fc.oneof(jsonType, fc.uniqueArray(jsonType, { minLength: 1, maxLength: 3 })),
    enum: fc.uniqueArray(tie("value"), { minLength: 1, maxLength: 3 }),
    const: tie("value"),
    allOf: schemas,
    anyOf: schemas,
    oneOf: schemas,
    not: tie("schema"),
    if: tie("schema"),
    then: tie("schema"),
    else: tie("schema"),
    properties: named,
    required: list,
    additionalProperties: tie("schema"),
    patternProperties: fc.dictionary(fc.constantFrom("^x-", "a", "b$", "^.$"), tie("schema"), {
      maxKeys: 2,
    }),
    propertyNames: fc.constantFrom({ pattern: "^x-" }, { enum: ["a", "b"] }, { minLength: 2 }),
    dependentRequired: fc.dictionary(names, list, { maxKeys: 2 }),
    dependentSchemas: fc.dictionary(names, tie("schema"), { maxKeys: 2 }),
    unevaluatedProperties: tie("schema"),
    items: tie("schema"),
    prefixItems: schemas,
    // ajv takes `false` here to allow empty arrays, other than the official suite.
    contains: tie("schema").filter((one) => one !== false),
    minItems: fc.nat(2),
    maxItems: fc.nat(3),
    unevaluatedItems: tie("schema"),
    maxProperties: fc.nat(2),
  };
  const some = fc.uniqueArray(fc.constantFrom(...Object.keys(keywords)), {
    minLength: 1,
    maxLength: 4,
  });
  const object = some.chain((chosen) =>
    fc.record(Object.fromEntries(chosen.map((keyword) => [keyword, keywords[keyword]!]))),
  );
  return {
    value: fc.oneof(
      { maxDepth: 2, depthIdentifier: "value" },
      { weight: 2, arbitrary: scalar },
      { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
      { weight: 2, arbitrary: fc.dictionary(names, tie("value"), { maxKeys: 3 }) },
    ),
    schema: fc.oneof(
      { maxDepth: 3, depthIdentifier: "schema" },
      { weight: 1, arbitrary: fc.constantFrom<unknown>(true, false, {}) },
      { weight: 1, arbitrary: jsonType.map((type) => ({ type })) },
      { weight: 6, arbitrary: object },
    ),
  };
});

test("every value that a validator allows is assignable", async () => {
  const schemas = plain(fc.sample(schema, { numRuns: SCHEMAS, seed: 1 }));
  const values = plain(fc.sample(value, { numRuns: VALUES, seed: 1 }));
  const allowed = schemas.flatMap((one, index) =>
    valuesAllowed(one, values).map((each) => ({ schema: index, value: each, fresh: false })),
  );
  const outcomes = await trySchemas(schemas, allowed, "7.0");
  const refused = allowed.filter((_, index) => outcomes[index]?.accepted !== true);
  expect(allowed.length).toBeGreaterThan(SCHEMAS * 8);
  expect(
    refused.map((each) => ({ ...each, schema: JSON.stringify(schemas[each.schema]) })),
  ).toEqual([]);
});

function valuesAllowed(one: unknown, values: readonly unknown[]): readonly unknown[] {
  const ajv = new Ajv2020({ strict: false, logger: false });
  const isAllowed = ajv.compile(one as object | boolean);
  return values.filter((each) => {
    try {
      return isAllowed(each);
    } catch {
      // What ajv makes of nested `unevaluatedProperties` fails now and then; that says nothing about the value.
      return false;
    }
  });
}

/** With the prototypes that parsed JSON has. */
function plain(values: readonly unknown[]): readonly unknown[] {
  return JSON.parse(JSON.stringify(values)) as readonly unknown[];
}
