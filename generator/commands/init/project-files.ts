import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isContainer, isRecord } from "../../json-value.ts";
import type { SourceConfig } from "../../options.ts";

/** Runs on every commit; the same as docs/hooks/pre-commit. */
const CHECK = "npx --no -- deckhand check --staged";

export const HOOKS = ["git", "husky", "lefthook", "none"] as const;
export type Hook = (typeof HOOKS)[number];

/** What the configuration of a new project says. */
export interface NewConfig {
  readonly input: string;
  readonly output: string;
  readonly package: string | undefined;
  /** The page that lists event types. */
  readonly eventsPage: string | undefined;
  /** Where the document is pulled from. */
  readonly source: SourceConfig | undefined;
}

/** The text of a configuration module that is plain data. */
export function configText({
  input,
  output,
  package: name,
  eventsPage,
  source,
}: NewConfig): string {
  const lines = [`input: ${JSON.stringify(input)},`, `output: ${JSON.stringify(output)},`];
  if (name !== undefined) lines.push(`package: { name: ${JSON.stringify(name)} },`);
  if (eventsPage !== undefined) lines.push(`events: { page: ${JSON.stringify(eventsPage)} },`);
  if (source !== undefined) {
    const { from, to } = source;
    lines.push(`sources: [{ from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)} }],`);
  }
  return `import type { Config } from "deckhand";

export default {
${lines.map((line) => `  ${line}\n`).join("")}} satisfies Config;
`;
}

/** The file of a hook and what it holds; `gitHooks` is where git looks for hooks. */
export function hookFile(
  hook: Exclude<Hook, "none">,
  gitHooks: string,
): { readonly path: string; readonly text: string } {
  switch (hook) {
    case "git":
      return { path: join(gitHooks, "pre-commit"), text: `#!/bin/sh\nexec ${CHECK}\n` };
    case "husky":
      return { path: ".husky/pre-commit", text: `${CHECK}\n` };
    case "lefthook":
      return {
        path: "lefthook.yml",
        text: `pre-commit:\n  commands:\n    deckhand:\n      run: ${CHECK}\n`,
      };
  }
}

/** `package.json` with the scripts that it does not have yet, in the indentation that it has; undefined without one. */
export function withScripts(
  folder: string,
  scripts: Readonly<Record<string, string>>,
): string | undefined {
  const path = join(folder, "package.json");
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, "utf8");
  const manifest = parseObject(text);
  if (manifest === undefined) return undefined;
  const { scripts: before } = manifest;
  const own = isContainer(before) ? before : {};
  const all = { ...scripts, ...own };
  if (Object.keys(all).length === Object.keys(own).length) return text;
  const indent = /^[{]\r?\n([ \t]+)/.exec(text)?.[1] ?? "  ";
  const merged = { ...manifest, scripts: { ...own, ...all } };
  return `${JSON.stringify(merged, null, indent)}${text.endsWith("\n") ? "\n" : ""}`;
}

/** The scripts of a project; only one whose document is on the web has something to pull. */
export function scriptsFor(pulls: boolean): Readonly<Record<string, string>> {
  return {
    ...(pulls ? { "sdk:pull": "deckhand pull" } : {}),
    "sdk:generate": "deckhand generate",
    "sdk:check": "deckhand check",
  };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
