import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../harness/folders.ts";
import { compilers, resolutions, typeErrors } from "../harness/typescript.ts";

const checks = compilers.flatMap((compiler) =>
  resolutions.map((resolution) => ({ compiler, resolution })),
);

// What must be refused stands under `@ts-expect-error`, which is itself an error where nothing is refused.
test.each(checks)(
  "test/types/*.types.ts hold on TypeScript $compiler as $resolution",
  async (check) => {
    const errors = await typeErrors({
      ...check,
      include: [join(projectRoot, "test/types/*.types.ts")],
      options: { declaration: false, isolatedDeclarations: undefined, noUnusedLocals: false },
    });
    expect(errors).toEqual([]);
  },
  120_000,
);
