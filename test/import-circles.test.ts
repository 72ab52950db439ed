import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot, readFiles } from "./harness/folders.ts";
import { importsWithin } from "./harness/imports.ts";

/** Files that hold what they are made of, and so come back to themselves. Every circle of imports goes through one. */
const recursive: ReadonlyMap<string, string> = new Map([
  ["lower/schema/schema.ts", "schemas hold schemas"],
  ["emit/print/type-doc.ts", "types hold types"],
  ["emit/print/value-doc.ts", "values hold values"],
]);

const imports = importsWithin(readFiles(join(projectRoot, "generator")));

test("imports form no circle, types and lazy ones included, but where the data does", () => {
  const others = new Map([...imports].filter(([path]) => !recursive.has(path)));
  expect([...others.keys()].filter((path) => reaches(others, path, path))).toEqual([]);
});

test("has no file that is called recursive without need", () => {
  expect([...recursive.keys()].filter((path) => !reaches(imports, path, path))).toEqual([]);
});

/** True if imports lead from one file to the other, in one step or more. */
function reaches(
  graph: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
  seen = new Set<string>(),
): boolean {
  for (const next of graph.get(from) ?? []) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    if (reaches(graph, next, to, seen)) return true;
  }
  return false;
}
