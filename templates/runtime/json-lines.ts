import type { ReadItems } from "./stream.js";

/** JSON values, one on each line: `application/jsonl`, `application/x-ndjson`. Empty lines are skipped. */
export const readJsonLines: ReadItems = async function* (lines) {
  for await (const line of lines) {
    // `application/json-seq` begins each value with a record separator (RFC 7464).
    const json = line.replace(/^\x1e/, "").trim();
    if (json) yield JSON.parse(json);
  }
};
