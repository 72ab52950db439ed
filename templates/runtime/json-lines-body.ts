import { setBody } from "./body.js";
import type { WriteRequest } from "./operation.js";

/**
 * JSON values, one on each line: `application/jsonl`, `application/x-ndjson`. Those
 * of `application/json-seq` begin with a record separator (RFC 7464).
 */
export const jsonLinesBody: WriteRequest = (request, { body }) => {
  if (body === undefined) return;
  const type = "application/jsonl";
  const { contentType = type } = request.operation;
  const start = contentType.includes("json-seq") ? "\x1e" : "";
  let lines = "";
  for (const value of body as Iterable<unknown>) {
    lines += `${start}${JSON.stringify(value)}\n`;
  }
  setBody(request, lines, type);
};
