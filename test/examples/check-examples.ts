import { join } from "node:path";
import { tryValues } from "../harness/assignability.ts";
import { componentNames } from "../harness/component-names.ts";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";
import { generateFrom } from "../harness/generate.ts";
import { readRawDocument } from "../harness/raw-document.ts";
import { collectExamples, type Example } from "./collect.ts";
import { type Judge, makeJudge } from "./judge.ts";

/**
 * Why an example is refused. `example wrong`: the document's own schema forbids it. `type wrong`: the schema allows it.
 * `nothing in common`: the schema allows it, but it has none of the properties, all optional, that the schema names,
 * and TypeScript takes that for a mistake. `not judged`: the validator can not read the schema.
 */
export type Verdict = "example wrong" | "type wrong" | "nothing in common" | "not judged";

/** An example that its type refuses. */
export interface Miss {
  readonly example: Example;
  readonly verdict: Verdict;
  readonly error: string;
}

export interface ExamplesReport {
  readonly examples: number;
  readonly misses: readonly Miss[];
}

/**
 * Tries every example of a document against the generated type of its component. An example that fits neither the type
 * of what arrives nor the type of what is sent is a miss, and a validator tells whose fault it is.
 */
export async function checkExamples(path: string): Promise<ExamplesReport> {
  const document = readRawDocument(path);
  const names = new Map((await componentNames(path)).map((each) => [each.component, each]));
  const examples = collectExamples(document).filter(({ component }) => names.has(component));
  using folder = temporaryFolder();
  const { files } = await generateFrom(path);
  writeFiles(join(folder.path, "sdk"), files);
  const trials = examples.flatMap((example) => {
    const { name = "never", input = "never" } = names.get(example.component) ?? {};
    return [name, input].map((type) => ({ type: typeOf(example, type), value: example.value }));
  });
  const outcomes = await tryValues(folder.path, trials, "7.0");
  const judge = makeJudge(document);
  const misses = examples.flatMap((example, index) => {
    const [arrives, sent] = [outcomes[2 * index], outcomes[2 * index + 1]];
    if (arrives === undefined || arrives.accepted || sent?.accepted) return [];
    return [{ example, verdict: verdictOf(judge(example), arrives.error), error: arrives.error }];
  });
  return { examples: examples.length, misses };
}

function verdictOf(judgement: ReturnType<Judge>, error: string): Verdict {
  if (judgement === "unknown") return "not judged";
  if (judgement === "forbidden") return "example wrong";
  return error.includes("has no properties in common") ? "nothing in common" : "type wrong";
}

function typeOf({ property, list }: Example, name: string): string {
  const type = property === undefined ? `sdk.${name}` : memberType(`sdk.${name}`, property);
  return list ? `(${type})[]` : type;
}

/** The type of a property in those members of a union that have it: the component may be nullable, or a union. */
function memberType(type: string, property: string): string {
  const key = JSON.stringify(property);
  return `(${type} extends infer T ? T extends unknown ? ${key} extends keyof T ? T[${key}] : never : never : never)`;
}
