import { commandProblems } from "./command-problems.ts";
import { configProblems } from "./config-problems.ts";
import { documentProblems } from "./document-problems.ts";
import { eventProblems } from "./event-problems.ts";
import { inputProblems } from "./input-problems.ts";
import { lockProblems } from "./lock-problems.ts";
import { operationProblems } from "./operation-problems.ts";
import { outputProblems } from "./output-problems.ts";
import { pullProblems } from "./pull-problems.ts";
import { releaseProblems } from "./release-problems.ts";
import { schemaProblems } from "./schema-problems.ts";

/** One row a code, explained for users in docs/diagnostics.md, which has them in this order. */
export const catalogue = {
  ...configProblems,
  ...lockProblems,
  ...commandProblems,
  ...pullProblems,
  ...inputProblems,
  ...outputProblems,
  ...documentProblems,
  ...schemaProblems,
  ...operationProblems,
  ...eventProblems,
  ...releaseProblems,
};
