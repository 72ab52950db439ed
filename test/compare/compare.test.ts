import { describe, expect, test } from "vitest";
import { listFixtures } from "../golden/fixtures.ts";
import { componentNames } from "../harness/component-names.ts";
import { explain } from "./reasons.ts";
import { compareDocument } from "./second-opinion.ts";

/** What openapi-typescript can not read, and why. */
const unreadable = new Map([
  ["broken-references", "a reference leads nowhere"],
  ["hostile-text", "a schema is called __proto__"],
  ["inheritance", "the mapping of a discriminator names a schema instead of pointing at it"],
  ["names", "two operations have one id"],
  ["recursion", "a schema is nothing but a reference to itself"],
  ["openapi-3.2", "it looks for the name that the document gives itself on the disk"],
  ["swagger-2.0", "version 2.0"],
]);

const fixtures = listFixtures().filter(({ name }) => !unreadable.has(name));

describe("our types and openapi-typescript's agree, or differ for a known reason", () => {
  test.each(fixtures)("$name", async ({ input }) => {
    const { differences } = await compareDocument(input, await componentNames(input));
    expect(differences.filter((difference) => explain(difference) === undefined)).toEqual([]);
  });
});
