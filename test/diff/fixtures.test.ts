import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Change } from "../../generator/diff/change.ts";
import type { Rule } from "../../generator/diff/rule.ts";
import { type RuleId, rules } from "../../generator/diff/rules.ts";
import { diffDocuments } from "../../generator/diff/wire.ts";
import { loadDocuments } from "../../generator/load/load.ts";
import { projectRoot } from "../harness/folders.ts";

/**
 * `test/fixtures/diff/<rule>/`: two documents and, in `expected.txt`, what changed between them, a line a change:
 * severity, rule, direction, places, sentence. UPDATE_EXPECTED=1 writes it anew.
 */
const root = join(projectRoot, "test/fixtures/diff");
const folders = readdirSync(root).toSorted();
const ids = Object.keys(rules) as RuleId[];

test("every rule of the catalogue has a fixture, and every fixture a rule", () => {
  expect(folders).toEqual(ids.toSorted());
});

test("every inverse is a rule whose inverse is the rule itself", () => {
  const wrong = ids.filter((id) => ruleOf(ruleOf(id).inverse).inverse !== id);
  expect(wrong).toEqual([]);
});

describe.each(folders)("%s", (rule) => {
  test("is found with its severity, direction and places", async () => {
    const changes = await diffFiles(rule, "old.yaml", "new.yaml");
    const found = changes.map(lineOf).join("");
    const expected = join(root, rule, "expected.txt");
    if (process.env["UPDATE_EXPECTED"] === "1") writeFileSync(expected, found);
    expect(found).toBe(readFileSync(expected, "utf8"));
    expect(changes.map((change) => change.rule)).toContain(rule);
  });

  test("is found as its inverse when the documents are swapped", async () => {
    const changes = await diffFiles(rule, "old.yaml", "new.yaml");
    const mirrored = await diffFiles(rule, "new.yaml", "old.yaml");
    const inverted = changes.map((change) => `${ruleOf(change.rule).inverse} ${change.direction}`);
    expect(mirrored.map((change) => `${change.rule} ${change.direction}`).toSorted()).toEqual(
      inverted.toSorted(),
    );
  });
});

function ruleOf(id: string): Rule {
  return rules[id as RuleId];
}

async function diffFiles(rule: string, old: string, newer: string): Promise<readonly Change[]> {
  const load = (name: string): ReturnType<typeof loadDocuments> =>
    loadDocuments(join(root, rule, name), { folder: root });
  return diffDocuments(await load(old), await load(newer));
}

function lineOf({ severity, rule, direction, subject, text, old, new: newer }: Change): string {
  const [was, is] = [old, newer].map(({ source, pointer }) => {
    const { line, column } = source.locate(pointer);
    return `${line}:${column}`;
  });
  return `${severity} ${rule} ${direction} ${was} ${is} \`${subject}\`: ${text}\n`;
}

test("docs/diff.md has a row for every rule, with its severities", () => {
  const page = readFileSync(join(projectRoot, "docs/diff.md"), "utf8");
  const rows = [
    ...page.matchAll(/^\| `([a-z-]+)` +\| ([a-z ]+?) +\| ([a-z ]+?) +\| (yes)? +\|$/gm),
  ];
  const documented = rows.map(([, id, request, response, absorbed]) => [
    id,
    request,
    response,
    absorbed === "yes",
  ]);
  const known = ids.map((id) => {
    const { severity, absorbed } = ruleOf(id);
    const [request, response] =
      typeof severity === "string" ? [severity, severity] : [severity.request, severity.response];
    return [id, request, response, absorbed === true];
  });
  expect(documented).toEqual(known);
});
