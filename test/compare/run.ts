import { parseArgs } from "node:util";
import { findDocuments } from "../corpus/documents.ts";
import { componentNames } from "../harness/component-names.ts";
import { explain } from "./reasons.ts";
import { type Comparison, compareDocument } from "./second-opinion.ts";

/**
 * `npm run compare -- DOCUMENT|FOLDER... [--verbose]`: compares our types with openapi-typescript's, schema by schema.
 * Exits with 1 if a difference has no known reason.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: "boolean", default: false } },
});
if (positionals.length === 0) {
  console.error("usage: npm run compare -- DOCUMENT|FOLDER... [--verbose]");
  process.exit(2);
}

for (const { name, path } of positionals.flatMap(findDocuments)) {
  const names = await componentNames(path);
  const result = await compareDocument(path, names).catch((error: unknown) => String(error));
  if (typeof result === "string") console.log(`${name}: they can not read it: ${result}`);
  else report(name, result);
}

function report(name: string, { compared, differences }: Comparison): void {
  console.log(`${name}: ${compared} schemas, ${differences.length} differences`);
  for (const [why, count] of countReasons(differences)) console.log(`  ${count} ${why}`);
  for (const difference of differences) {
    if (explain(difference) !== undefined && !values.verbose) continue;
    console.log(`  ${difference.schema}: ${difference.direction}`);
    for (const reason of difference.reasons) console.log(`    ${reason.slice(0, 300)}`);
  }
  if (differences.some((difference) => explain(difference) === undefined)) process.exitCode = 1;
}

function countReasons(differences: Comparison["differences"]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const difference of differences) {
    const reason = explain(difference);
    const text =
      reason === undefined ? "WITHOUT A KNOWN REASON" : `${reason.verdict}: ${reason.why}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}
