import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { looksLikeJson } from "../../load/detect.ts";

/** Runs on every commit; the same as docs/hooks/pre-commit. */
const CHECK = "npx --no -- deckhand check --staged";

export const HOOKS = ["git", "husky", "lefthook", "none"] as const;
export type Hook = (typeof HOOKS)[number];

/** What the configuration of a new project says. */
export interface NewConfig {
  readonly input: string;
  readonly output: string;
  readonly package: string | undefined;
}

/** The text of a configuration module that is plain data. */
export function configText({ input, output, package: name }: NewConfig): string {
  const lines = [`input: ${JSON.stringify(input)},`, `output: ${JSON.stringify(output)},`];
  if (name !== undefined) lines.push(`package: { name: ${JSON.stringify(name)} },`);
  return `import type { Config } from "deckhand";

export default {
${lines.map((line) => `  ${line}\n`).join("")}} satisfies Config;
`;
}

/** Where a document from the network is kept: `spec/` and the last part of its address, with the ending of what it is. */
export function documentPath(url: URL, text: string): string {
  const ending = looksLikeJson(text) ? "json" : "yaml";
  const stem = basename(url.pathname).replace(/\.(?:json|ya?ml)$/i, "");
  const safe = stem.replace(/[^\w.-]+/g, "-").replace(/^[.-]+/, "");
  return `spec/${safe === "" ? "openapi" : safe.slice(0, 60)}.${ending}`;
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
export function withScripts(folder: string): string | undefined {
  const path = join(folder, "package.json");
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, "utf8");
  const manifest = parseObject(text);
  if (manifest === undefined) return undefined;
  const { scripts } = manifest;
  const own = typeof scripts === "object" && scripts !== null ? scripts : {};
  const all = { ...SCRIPTS, ...own };
  if (Object.keys(all).length === Object.keys(own).length) return text;
  const indent = /^[{]\r?\n([ \t]+)/.exec(text)?.[1] ?? "  ";
  const merged = { ...manifest, scripts: { ...own, ...all } };
  return `${JSON.stringify(merged, null, indent)}${text.endsWith("\n") ? "\n" : ""}`;
}

export const SCRIPTS: Readonly<Record<string, string>> = {
  "sdk:generate": "deckhand generate",
  "sdk:check": "deckhand check",
};

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
