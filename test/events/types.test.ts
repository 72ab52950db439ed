import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { projectRoot, temporaryFolder, writeFiles } from "../harness/folders.ts";
import { compilers, resolutions, typeErrors } from "../harness/typescript.ts";
import { document, page } from "./documents.ts";
import { type EventsResult, generateEvents } from "./generate.ts";

const checks = compilers.flatMap((compiler) =>
  resolutions.map((resolution) => ({ compiler, resolution })),
);
const sources = ["deck", "node"].map((name) => ({
  path: `test/${name}.ts`,
  text: readFileSync(join(projectRoot, `test/types/events/${name}.ts`), "utf8"),
}));

let result: EventsResult;
beforeAll(async () => {
  const config = { envelope: "ListEventData", signature: "standard-webhooks" } as const;
  result = await generateEvents({ document, page, config });
});

describe("the events of an SDK mean what they should", () => {
  test.each(checks)("on TypeScript $compiler as $resolution", async (check) => {
    using folder = temporaryFolder();
    writeFiles(folder.path, [
      ...result.files.map(({ path, text }) => ({ path: `sdk/${path}`, text })),
      ...sources,
    ]);
    const include = [join(folder.path, "test/deck.ts"), join(folder.path, "sdk/**/*.ts")];
    expect(await typeErrors({ ...check, include })).toEqual([]);
  });

  test("to node:http and Express too", async () => {
    using folder = temporaryFolder();
    writeFiles(folder.path, [
      ...result.files.map(({ path, text }) => ({ path: `sdk/${path}`, text })),
      ...sources,
    ]);
    const options = { types: ["node"], typeRoots: [join(projectRoot, "node_modules/@types")] };
    expect(
      await typeErrors({ compiler: "5.9", include: [join(folder.path, "test/node.ts")], options }),
    ).toEqual([]);
  });
});

describe("what the schema that carries events says beyond any string and any JSON is kept out of the way", () => {
  const said = [
    [
      "an enum of types",
      "type: { type: string }\n        data:",
      "type: { type: string, enum: [credential.verified, user.created] }\n        data:",
    ],
    [
      "an object as payload",
      'data: { $ref: "#/components/schemas/JsonElement" }',
      "data: { type: object }",
    ],
    [
      "no payload that is known",
      'data: { $ref: "#/components/schemas/JsonElement" }',
      "data: { type: string }",
    ],
    ["a schema for the payloads", "", ""],
  ] as const;

  test.each(said)("%s", async (_, before, after) => {
    const changed = document.replace(before, after);
    const payloads = before === "" ? { credential: "Agent" } : {};
    const config = { envelope: "ListEventData", signature: "standard-webhooks", payloads } as const;
    const { files } = await generateEvents({ document: changed, page, config });
    using folder = temporaryFolder();
    writeFiles(folder.path, files);
    expect(await typeErrors({ compiler: "7.0", include: [join(folder.path, "**/*.ts")] })).toEqual(
      [],
    );
  });
});
