import { describe, expect, test } from "vitest";
import type { SchemaCase } from "./case.ts";
import type { Outcome } from "../harness/assignability.ts";
import { type Reading, trySchemas } from "./try-schemas.ts";
import { applicators } from "./cases/applicators.ts";
import { arrays } from "./cases/arrays.ts";
import { customs } from "./cases/customs.ts";
import { objects } from "./cases/objects.ts";
import { references } from "./cases/references.ts";
import { scalars } from "./cases/scalars.ts";

const groups: readonly [name: string, reading: Reading, cases: readonly SchemaCase[]][] = [
  ["scalars", "exact", scalars],
  ["arrays", "exact", arrays],
  ["objects", "exact", objects],
  ["applicators", "exact", applicators],
  ["references", "exact", references],
  ["customs of OpenAPI", "customary", customs],
];

describe.each(groups)("%s", async (_, reading, cases) => {
  const trials = cases.flatMap((each, schema) =>
    expectations(each).map((expectation) => ({ ...expectation, schema })),
  );
  const outcomes = await trySchemas(
    cases.map(({ schema }) => schema),
    trials,
    "7.0",
    reading,
  );

  test.each(cases.map((each, schema) => ({ name: each.name, schema })))("$name", ({ schema }) => {
    const own = trials
      .map((trial, index) => ({ ...trial, outcome: outcomes[index] }))
      .filter((trial) => trial.schema === schema);
    expect(own.map(({ outcome, value, fresh }) => describeOutcome(value, fresh, outcome))).toEqual(
      own.map(({ value, fresh, accepted }) => describeOutcome(value, fresh, { accepted })),
    );
  });
});

interface Expectation {
  readonly value: unknown;
  readonly fresh: boolean;
  readonly accepted: boolean;
}

function expectations(each: SchemaCase): Expectation[] {
  const all = (values: readonly unknown[] = [], fresh: boolean, accepted: boolean): Expectation[] =>
    values.map((value) => ({ value, fresh, accepted }));
  return [
    ...all(each.valid, false, true),
    ...all(each.refused, false, false),
    ...all(each.refusedFresh, false, true),
    ...all(each.refusedFresh, true, false),
    ...all(each.slips, false, true),
  ];
}

function describeOutcome(
  value: unknown,
  fresh: boolean,
  outcome: { accepted: boolean } | Outcome | undefined,
): string {
  return `${JSON.stringify(value)}${fresh ? " in place" : ""} is ${outcome?.accepted ? "accepted" : "refused"}`;
}
