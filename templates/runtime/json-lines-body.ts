import { setBody } from "./body.js";
import type { WriteRequest } from "./operation.js";

/** JSON values, one on each line: `application/jsonl`, `application/x-ndjson`. */
export const jsonLinesBody: WriteRequest = (request, { body }) => {
  const values = [...(body as Iterable<unknown>)];
  const lines = values.map((value) => `${JSON.stringify(value)}\n`).join("");
  setBody(request, lines, "application/jsonl");
};
