import { parseArgs } from "node:util";
import { findDocuments } from "../corpus/documents.ts";
import { checkExamples, type Miss, type Verdict } from "./check-examples.ts";

/**
 * `npm run examples -- DOCUMENT|FOLDER... [--verbose]`: checks the examples and defaults of documents against the
 * generated types. Exits with 1 if a type refuses an example that the document's own schema allows.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: "boolean", default: false } },
});
if (positionals.length === 0) {
  console.error("usage: npm run examples -- DOCUMENT|FOLDER... [--verbose]");
  process.exit(2);
}

for (const { name, path } of positionals.flatMap(findDocuments)) {
  const { examples, misses } = await checkExamples(path);
  const count = (verdict: Verdict): string =>
    `${verdict} ${misses.filter((miss) => miss.verdict === verdict).length}`;
  const counts = ["type wrong", "not judged", "nothing in common", "example wrong"] as const;
  console.log(`${name}: ${examples} examples, refused: ${counts.map(count).join(", ")}`);
  const ours = misses.filter(({ verdict }) => verdict === "type wrong" || verdict === "not judged");
  for (const miss of values.verbose ? misses : ours) console.log(describeMiss(miss));
  if (ours.length > 0) process.exitCode = 1;
}

function describeMiss({ example, verdict, error }: Miss): string {
  const value = JSON.stringify(example.value).slice(0, 120);
  const [reason = ""] = error.split("\n");
  return `  ${verdict}: ${example.pointer} (${example.component}) ${value}\n    ${reason.slice(0, 240)}`;
}
