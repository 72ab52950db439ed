import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail } from "../../diagnostics.ts";
import { memberOf } from "../../json-value.ts";
import { runProgram } from "../run-program.ts";
import { redact } from "./secrets.ts";

/** What npm said: its JSON, or why it failed. */
export type Answer =
  | { readonly ok: true; readonly value: unknown; readonly text: string }
  | { readonly ok: false; readonly problem: NpmProblem };

export interface NpmProblem {
  /** `E404`, `ENEEDAUTH`, `ECONNREFUSED`; "" where npm gives none. */
  readonly code: string;
  /** One line, without credentials. */
  readonly summary: string;
}

/** npm waits five minutes for each answer, three times over; the variable of npm's own goes first. */
const TIMEOUT = 60_000;

/**
 * Runs npm where its configuration for the project counts (`.npmrc` beside it, scopes, credentials) and reads what it
 * prints with `--json`. Diagnostic: `registry-failed` where there is no npm.
 */
export async function npm(
  words: readonly string[],
  folder: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Answer> {
  const [program, ...before] = npmProgram();
  const ran = await runProgram(program, [...before, ...words, "--json"], {
    folder,
    env: { ...defaults(), ...env },
  });
  if (ran.isMissing)
    return fail("registry-failed", undefined, {
      what: "npm could not be started",
      reason: "it is not installed",
    });
  const text = ran.stdout.toString("utf8");
  const value = parse(text);
  if (ran.status === 0) return { ok: true, value, text };
  const { code, summary } = problemOf(value, ran.stderr);
  return { ok: false, problem: { code, summary: redact(summary, folder) } };
}

/** What npm was called with in the script around this one is not about what it does here. */
function defaults(): Readonly<Record<string, string | undefined>> {
  const { npm_config_fetch_timeout: timeout, NPM_CONFIG_FETCH_TIMEOUT: other } = process.env;
  return {
    npm_config_fetch_timeout: timeout ?? other ?? String(TIMEOUT),
    npm_config_update_notifier: "false",
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_loglevel: "error",
    npm_config_dry_run: undefined,
    npm_config_local_prefix: undefined,
  };
}

/** On Windows `npm` is a batch file, which only a shell could start; beside Node lies what it starts. */
function npmProgram(): readonly [string, ...string[]] {
  const { npm_execpath: around } = process.env;
  const besideNode = join(dirname(process.execPath), "node_modules/npm/bin/npm-cli.js");
  if (around?.endsWith("npm-cli.js") === true && existsSync(around))
    return [process.execPath, around];
  if (process.platform === "win32") return [process.execPath, besideNode];
  return ["npm"];
}

function problemOf(value: unknown, stderr: string): NpmProblem {
  const error = memberOf(value, "error");
  const [code, summary] = ["code", "summary"].map((key) => memberOf(error, key));
  const [said] =
    typeof summary === "string" ? lines(summary) : lines(stderr.replace(/^npm error /gm, ""));
  return {
    code: typeof code === "string" ? code : "",
    summary: said?.replace(/\.+$/, "") ?? "npm failed",
  };
}

function lines(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
