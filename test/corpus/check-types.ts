import { join } from "node:path";
import { type Compiler, type Resolution, typeErrors } from "../harness/typescript.ts";

/** An SDK that was generated into a folder of its own. */
export interface Output {
  readonly name: string;
  readonly kilobytes: number;
}

/**
 * The fastest first: what it refuses is not tried with the others. Not 5.4: what it refuses beyond the others is seen in
 * the fixtures, and it costs as much as 5.9.
 */
const checks: readonly (readonly [Compiler, Resolution])[] = [
  ["7.0", "nodenext"],
  ["7.0", "bundler"],
  ["5.9", "nodenext"],
  ["5.9", "bundler"],
];

/** Kilobytes of sources in one program: starting a compiler costs as much as checking some hundreds of them. */
const programSize = 4000;

/** Type-checks the whole outputs at `<folder>/<name>`; the problems by name, none if all is well. */
export async function checkTypes(
  folder: string,
  outputs: readonly Output[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const problems = new Map<string, readonly string[]>();
  for (const group of groupBySize(outputs)) {
    for (const [compiler, resolution] of checks) {
      const sound = group.filter(({ name }) => !problems.has(name));
      const include = sound.map(({ name }) => join(folder, name, "**/*.ts"));
      const errors =
        include.length === 0 ? [] : await typeErrors({ compiler, resolution, include });
      for (const { name } of sound) {
        const own = errors.filter((error) => error.includes(`/${name}/`));
        if (own.length > 0)
          problems.set(name, describe(own, `TypeScript ${compiler} ${resolution}`, name));
      }
    }
  }
  return problems;
}

function groupBySize(outputs: readonly Output[]): Output[][] {
  const groups: Output[][] = [];
  let size = Infinity;
  for (const output of outputs) {
    size += output.kilobytes;
    if (size > programSize) {
      groups.push([]);
      size = output.kilobytes;
    }
    groups.at(-1)?.push(output);
  }
  return groups;
}

function describe(errors: readonly string[], title: string, name: string): string[] {
  const lines = errors
    .slice(0, 8)
    .map((error) => `${title}: ${error.slice(error.indexOf(`/${name}/`) + name.length + 2)}`);
  return errors.length > 8 ? [...lines, `${title}: ... and ${errors.length - 8} more`] : lines;
}
