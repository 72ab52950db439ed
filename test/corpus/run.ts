import { parseArgs } from "node:util";
import { checkDocument, type Row } from "./check-document.ts";
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

const rows = await checkAll(documents);
console.log(values.json ? JSON.stringify(rows, null, 2) : formatTable(rows));
process.exitCode = rows.some((row) => row.problems.length > 0) ? 1 : 0;

/** Two at a time, for two cores; the rows are in the order of the documents. */
async function checkAll(queue: readonly CorpusDocument[]): Promise<Row[]> {
  const rows = new Map<CorpusDocument, Row>();
  const waiting = [...queue];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const row = await checkDocument(next);
      rows.set(next, row);
      announce(row);
    }
  };
  await Promise.all([work(), work()]);
  return queue.flatMap((document) => rows.get(document) ?? []);
}

function announce(row: Row): void {
  console.error(`${row.problems.length === 0 ? "ok    " : "FAILED"} ${row.name}`);
  for (const problem of row.problems)
    console.error(`       ${problem.replaceAll("\n", "\n       ")}`);
}
