import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { errorsIn, type MemoryProgram, openProgram } from "../../../diff/surface/memory-program.ts";
import { npm } from "../../registry/npm.ts";
import { runProgram } from "../../run-program.ts";
import type { Tarball } from "../pack.ts";
import { consumerOptions } from "./consumer-options.ts";
import { consumerProgram, importsOf } from "./consumer-program.ts";
import type { PackageEntry } from "./package-entries.ts";

/** What came of using a package as a stranger would. */
export interface Trial {
  readonly problems: readonly string[];
  /** How many operations were called. */
  readonly calls: number;
}

/** Installs the tarball in an empty project, compiles a program against it and runs that. Needs no network. */
export async function tryPackage(
  tarball: Tarball,
  entries: readonly PackageEntry[],
  folder: string,
): Promise<Trial> {
  const user = join(folder, "user");
  mkdirSync(user);
  writeFileSync(join(user, "package.json"), '{ "type": "module", "private": true }\n');
  const words = ["install", "--offline", "--ignore-scripts", "--no-package-lock", tarball.path];
  const installed = await npm(words, user, { npm_config_cache: join(folder, "npm-cache") });
  if (!installed.ok) return failed([`npm install: ${installed.problem.summary}`]);
  const compiled = await compile(declarationsIn(user), entries);
  if (compiled.problems.length > 0) return failed(compiled.problems);
  writeFileSync(join(user, "main.js"), compiled.text);
  const ran = await runProgram(process.execPath, ["main.js"], { folder: user });
  if (ran.status !== 0) return failed([`the program failed: ${lastLine(ran.stderr)}`]);
  const problems = compiled.calls.length === 0 ? [] : silentCalls(ran.stdout.toString("utf8"));
  return { problems, calls: compiled.calls.length };
}

function failed(problems: readonly string[]): Trial {
  return { problems, calls: 0 };
}

interface Compiled {
  readonly text: string;
  readonly problems: readonly string[];
  readonly calls: readonly string[];
}

async function compile(installed: Files, entries: readonly PackageEntry[]): Promise<Compiled> {
  const { ts, program } = await openUser(installed, importsOf(entries));
  const checker = program.getTypeChecker();
  const imports = program.getSourceFile(MAIN)?.statements.find(ts.isImportDeclaration);
  const module = imports && checker.getSymbolAtLocation(imports.moduleSpecifier);
  if (module === undefined)
    return { text: "", problems: ["the compiler does not find the package"], calls: [] };
  const { text, calls } = consumerProgram({ ts, checker }, module, entries);
  const whole = await openUser(installed, text);
  const problems = errorsIn(ts, whole.program).map(
    ({ path, line, message }) => `${posix.basename(path)}:${line}: ${message}`,
  );
  let code = "";
  const main = whole.program.getSourceFile(MAIN);
  whole.program.emit(main, (_, emitted) => (code = emitted));
  return { text: code, problems, calls };
}

/** By absolute path, the project being the root. */
type Files = ReadonlyMap<string, string>;

/** What a compiler reads in a project. */
function declarationsIn(user: string): Files {
  const all = readdirSync(user, { recursive: true, encoding: "utf8" });
  const paths = all.filter((path) => path.endsWith(".d.ts") || path.endsWith("package.json"));
  return new Map(
    paths.map((path) => [`/${path.split(sep).join("/")}`, readFileSync(join(user, path), "utf8")]),
  );
}

const MAIN = "/main.ts";

/** A program in a project. */
function openUser(installed: Files, text: string): Promise<MemoryProgram> {
  const files = new Map([...installed, [MAIN, text]]);
  return openProgram({ files, options: consumerOptions, roots: [MAIN] });
}

/** Calls that sent nothing, or not to where the client is for. */
function silentCalls(printed: string): readonly string[] {
  const attempts = JSON.parse(printed) as readonly Attempt[];
  return attempts
    .filter(({ requests }) => !isSent(requests[0]))
    .map(({ name, requests }) => `${name} sent no request (${requests[0] ?? "and no error"})`);
}

interface Attempt {
  readonly name: string;
  readonly requests: readonly string[];
}

function isSent(request: string | undefined): boolean {
  return request !== undefined && !request.startsWith("error ");
}

function lastLine(text: string): string {
  const lines = text.trim().split("\n");
  return lines.find((line) => /\w*Error\b/.test(line)) ?? lines.at(-1) ?? "";
}
