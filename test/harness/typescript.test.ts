import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "./folders.ts";
import { compilers, installedVersion, resolutions, typeErrors } from "./typescript.ts";

describe.each(compilers)("TypeScript %s", (compiler) => {
  test("is the version it is called", () => {
    expect(installedVersion(compiler)).toMatch(new RegExp(`^${compiler}\\.`));
  });

  test.each(resolutions)(
    "accepts correct modules and refuses wrong ones under %s",
    async (resolution) => {
      using folder = temporaryFolder();
      writeFiles(folder.path, [
        { path: "good/a.ts", text: "export const a: number = 1;\n" },
        { path: "good/b.ts", text: 'import { a } from "./a.js";\n\nexport const b: number = a;\n' },
        {
          path: "bad/c.ts",
          text: "export interface C {\n  c?: number;\n}\nexport const c: C = { c: undefined };\n",
        },
      ]);
      const check = (name: string): Promise<readonly string[]> =>
        typeErrors({ compiler, resolution, include: [join(folder.path, name)] });

      expect(await check("good")).toEqual([]);
      expect(await check("bad")).toEqual([expect.stringContaining("error TS2375")]);
    },
  );
});
