import { join } from "node:path";
import { parseArgs } from "node:util";
import { temporaryFolder } from "../harness/folders.ts";
import { checkDocument, type Row } from "./check-document.ts";
import { checkTypes } from "./check-types.ts";
import { type CorpusDocument, findDocuments } from "./documents.ts";
import { formatTable } from "./table.ts";

/**
 * `npm run corpus -- FOLDER [--only NAME]... [--json]`: generates an SDK from every document of the folder and checks
 * it. Exits with 1 if anything is wrong, with 2 if there is nothing to check.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string", multiple: true }, json: { type: "boolean", default: false } },
});

const documents = positionals
  .flatMap(findDocuments)
  .filter((document) => values.only === undefined || values.only.includes(document.name));
if (documents.length === 0) {
  console.error("usage: npm run corpus -- FOLDER [--only NAME]... [--json]   (no document found)");
  process.exit(2);
}

using folder = temporaryFolder();
const rows = await checkAll(documents, folder.path);
for (const { name, problems } of rows) {
  for (const problem of problems) console.error(`${name}: ${problem.replaceAll("\n", "\n  ")}`);
}
console.log(values.json ? JSON.stringify(rows, null, 2) : formatTable(rows));
process.exitCode = rows.some((row) => row.problems.length > 0) ? 1 : 0;

async function checkAll(queue: readonly CorpusDocument[], outputs: string): Promise<Row[]> {
  const generated = await generateAll(queue, outputs);
  const types = await checkTypes(outputs, generated);
  return generated.map((row) => ({
    ...row,
    problems: [...row.problems, ...(types.get(row.name) ?? [])],
  }));
}

/** Two at a time, for two cores; the rows are in the order of the documents. */
async function generateAll(queue: readonly CorpusDocument[], outputs: string): Promise<Row[]> {
  const rows = new Map<CorpusDocument, Row>();
  const waiting = [...queue];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      rows.set(next, await checkDocument(next, join(outputs, next.name)));
    }
  };
  await Promise.all([work(), work()]);
  return queue.flatMap((document) => rows.get(document) ?? []);
}
