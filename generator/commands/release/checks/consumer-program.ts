import type { ts as tsNamespace } from "ts-morph";
import { declarationOf, type TypeWorld } from "../../../diff/surface/type-world.ts";
import type { PackageEntry } from "./package-entries.ts";
import { sampleValue } from "./sample-value.ts";

/** A program that imports all of a package and calls every operation. */
export interface ConsumerProgram {
  readonly text: string;
  /** The functions that it calls. */
  readonly calls: readonly string[];
}

/** The imports alone, for the compiler to resolve; `sdk0` is the main entry. */
export function importsOf(entries: readonly PackageEntry[]): string {
  return entries
    .map(({ specifier }, index) => `import * as sdk${index} from ${JSON.stringify(specifier)};\n`)
    .join("");
}

/**
 * Writes the program. Every operation gets the smallest parameters that its types allow, and an answer that is an empty
 * object, from a `fetch` that keeps what it was asked for. It prints a JSON object: for each operation, its requests.
 */
export function consumerProgram(
  world: TypeWorld,
  module: tsNamespace.Symbol,
  entries: readonly PackageEntry[],
): ConsumerProgram {
  const calls = world.checker
    .getExportsOfModule(module)
    .flatMap((symbol) => callOf(world, symbol) ?? []);
  const names = entries.map((_, index) => `sdk${index}`).join(", ");
  const lines = [
    importsOf(entries),
    `for (const entry of [${names}]) if (Object.keys(entry).length === 0) throw new Error("an entry is empty");`,
    ...(calls.length === 0 ? [] : [PRELUDE, ...calls.map(({ line }) => line), EPILOGUE]),
  ];
  return { text: `${lines.join("\n")}\n`, calls: calls.map(({ name }) => name) };
}

const PRELUDE = `
let seen: string[] = [];
const stub: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  seen.push(\`\${request.method} \${request.url}\`);
  return new Response("{}", { headers: { "content-type": "application/json" } });
};
const client = sdk0.createClient({ baseUrl: "https://stub.test", fetch: stub });
const requests: { name: string; requests: string[] }[] = [];
async function attempt(name: string, begin: () => unknown): Promise<void> {
  seen = [];
  try {
    const call = begin() as { asResponse?: () => Promise<Response> } & AsyncIterable<unknown>;
    if (call.asResponse !== undefined) await call.asResponse();
    else await call[Symbol.asyncIterator]().next();
  } catch (error) {
    if (seen.length === 0) seen.push(\`error \${String(error)}\`);
  }
  requests.push({ name, requests: seen });
}`;

const EPILOGUE = `declare const console: { log(text: string): void };
console.log(JSON.stringify(requests));`;

function callOf(
  world: TypeWorld,
  symbol: tsNamespace.Symbol,
): { readonly name: string; readonly line: string } | undefined {
  const { ts, checker } = world;
  const node = declarationOf(world, symbol);
  if (node === undefined || !ts.isFunctionDeclaration(node)) return undefined;
  const [client, params] = node.parameters;
  if (client === undefined || client.type?.getText() !== "Client") return undefined;
  const isNeeded = params !== undefined && params.questionToken === undefined;
  const sample = isNeeded ? sampleValue(world, checker.getTypeAtLocation(params)) : "";
  if (sample === undefined) return undefined;
  const { name } = symbol;
  const line = `await attempt(${JSON.stringify(name)}, () => sdk0.${name}(client${sample === "" ? "" : `, ${sample}`}));`;
  return { name, line };
}
