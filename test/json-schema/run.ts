import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { Outcome } from "../harness/assignability.ts";
import { type SchemaTrial, trySchemas } from "./try-schemas.ts";

/**
 * `npm run schema-suite -- FOLDER [--verbose]`: reads test files in the format of the JSON-Schema-Test-Suite
 * (`tests/draft2020-12`), makes types of all schemas and tells, file by file, how many allowed values are refused (each
 * one is a fault of ours: exit code 1) and how many forbidden values are.
 */
interface Group {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly { description: string; data: unknown; valid: boolean }[];
}

interface Tried {
  readonly file: string;
  readonly name: string;
  readonly schema: unknown;
  readonly data: unknown;
  readonly valid: boolean;
  readonly outcome: Outcome;
}

const elsewhere = /localhost:1234|"\$vocabulary"|"\$ref":"https?:\/\/json-schema\.org/;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: "boolean", default: false } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error("usage: npm run schema-suite -- FOLDER [--verbose]");
  process.exit(2);
}

const tried = await tryAll(readGroups(folder));
const wrong = tried.filter(({ valid, outcome }) => valid && !outcome.accepted);
printCounts(tried);
for (const each of wrong) printTried("allowed, but refused", each);
if (values.verbose) {
  for (const each of tried)
    if (!each.valid && each.outcome.accepted) printTried("forbidden, but accepted", each);
}
process.exitCode = wrong.length > 0 ? 1 : 0;

/** Groups that need another document or a vocabulary of their own are left out: an OpenAPI document has neither. */
function readGroups(path: string): { file: string; group: Group }[] {
  return readdirSync(path)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .flatMap((name) => {
      const groups = JSON.parse(readFileSync(join(path, name), "utf8")) as Group[];
      return groups.map((group) => ({ file: basename(name, ".json"), group }));
    })
    .filter(({ group }) => !elsewhere.test(JSON.stringify(group.schema)));
}

async function tryAll(groups: readonly { file: string; group: Group }[]): Promise<Tried[]> {
  const all = groups.flatMap(({ file, group }, schema) =>
    group.tests.map((test) => ({ file, group, test, schema })),
  );
  const trials: SchemaTrial[] = all.map(({ schema, test }) => ({
    schema,
    value: test.data,
    fresh: false,
  }));
  const outcomes = await trySchemas(
    groups.map(({ group }) => group.schema),
    trials,
    "7.0",
  );
  return all.map(({ file, group, test }, index) => ({
    file,
    name: `${group.description}: ${test.description}`,
    schema: group.schema,
    data: test.data,
    valid: test.valid,
    outcome: outcomes[index] ?? { accepted: true },
  }));
}

function printCounts(all: readonly Tried[]): void {
  const line = (name: string, rows: readonly Tried[]): string => {
    const valid = rows.filter((row) => row.valid);
    const invalid = rows.filter((row) => !row.valid);
    const refused = (list: readonly Tried[]): number =>
      list.filter((row) => !row.outcome.accepted).length;
    return [
      name.padEnd(28),
      `allowed ${valid.length - refused(valid)}/${valid.length} accepted`.padEnd(28),
      `forbidden ${refused(invalid)}/${invalid.length} refused`,
    ].join("  ");
  };
  for (const file of new Set(all.map((row) => row.file))) {
    console.log(
      line(
        file,
        all.filter((row) => row.file === file),
      ),
    );
  }
  console.log(line("all", all));
}

function printTried(title: string, { file, name, schema, data, outcome }: Tried): void {
  console.log(
    `\n${title}: ${file}: ${name}\n  schema ${JSON.stringify(schema)}\n  value  ${JSON.stringify(data)}`,
  );
  if (!outcome.accepted) console.log(`  ${outcome.error}`);
}
