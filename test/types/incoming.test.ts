import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot, temporaryFolder, writeFiles } from "../harness/folders.ts";
import { generateFrom } from "../harness/generate.ts";
import { typeErrors } from "../harness/typescript.ts";

test("what a webhook's request carries besides its body is found by its documented name", async () => {
  const { files } = await generateFrom(join(projectRoot, "test/fixtures/webhooks/spec.yaml"));
  const receiver = readFileSync(join(projectRoot, "test/types/incoming/receiver.ts"), "utf8");
  using folder = temporaryFolder();
  writeFiles(folder.path, [
    ...files.map(({ path, text }) => ({ path: `sdk/${path}`, text })),
    { path: "test/receiver.ts", text: receiver },
  ]);
  const include = [join(folder.path, "test/receiver.ts")];
  expect(await typeErrors({ compiler: "5.4", include })).toEqual([]);
});
