/**
 * Writes the tables of a field benchmark into docs/benchmarks.md:
 *
 *     npm run bench:field-report -- RESULTS.json
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { projectRoot } from "../../harness/folders.ts";
import { replaceTables } from "./markdown.ts";
import { readResults } from "./results.ts";
import { tablesOf } from "./tables.ts";

const [results] = process.argv.slice(2);
if (results === undefined) throw new Error("It needs RESULTS.json, which `bench:field` wrote.");

const page = join(projectRoot, "docs/benchmarks.md");
const text = replaceTables(readFileSync(page, "utf8"), tablesOf(readResults(results)));
writeFileSync(page, await format(text, { parser: "markdown" }));
