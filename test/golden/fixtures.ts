import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Options } from "../harness/generate.ts";
import { projectRoot } from "../harness/folders.ts";

/** A folder of test/fixtures: a small document, and the files that must come out of it. */
export interface Fixture {
  readonly name: string;
  /** Absolute path of `spec.yaml`, `spec.json` or `spec.md`. */
  readonly input: string;
  /** Absolute path of `expected/`, which may not be there yet. */
  readonly expected: string;
  /** `config.json` of the fixture; empty if it has none. */
  readonly config: Options;
}

const folder = join(projectRoot, "test/fixtures");
const inputs = ["spec.yaml", "spec.json", "spec.md"];

/** All fixtures, sorted by name. `errors/` holds documents that must be refused, `diff/` pairs; they are not among them. */
export function listFixtures(): Fixture[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "errors" && entry.name !== "diff")
    .map((entry) => entry.name)
    .toSorted()
    .map(readFixture);
}

function readFixture(name: string): Fixture {
  const path = join(folder, name);
  const input = inputs.map((file) => join(path, file)).find((file) => existsSync(file));
  if (input === undefined)
    throw new Error(`test/fixtures/${name} has none of ${inputs.join(", ")}`);
  return { name, input, expected: join(path, "expected"), config: readConfig(path) };
}

function readConfig(path: string): Options {
  const file = join(path, "config.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Options) : {};
}
