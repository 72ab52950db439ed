import { diagnose, type Diagnostic, Failure } from "../../diagnostics.ts";
import { escapeToken } from "../../json-pointer.ts";
import { isRecord } from "../../json-value.ts";
import type { Config } from "../../options.ts";
import type { Source } from "../../source.ts";
import { suggest } from "../../suggest.ts";
import { configRule, type ObjectRule, type Rule, sharedConfigRule } from "./config-rules.ts";

/**
 * The value of a configuration, when all of it is as options.ts says. Diagnostics, each with the place of the key:
 * `config-unknown-key`, `config-wrong-value`, `config-missing-key`.
 */
export function validateConfig(source: Source): Config {
  const problems: Diagnostic[] = [];
  const { value } = source;
  const rule = isRecord(value) && Object.hasOwn(value, "inputs") ? sharedConfigRule : configRule;
  check(value, rule, "", source, problems);
  if (problems.length > 0) throw new Failure(problems);
  return value as Config;
}

function check(
  value: unknown,
  rule: Rule,
  pointer: string,
  source: Source,
  problems: Diagnostic[],
): void {
  const shape = rule.kind === "stringOr" || rule.kind === "falseOr" ? rule.other : rule;
  const children = childrenOf(value, shape);
  if (children !== undefined) {
    for (const [key, member, inner] of children)
      check(member, inner, `${pointer}/${escapeToken(key)}`, source, problems);
    return;
  }
  if (shape.kind === "object" && isRecord(value))
    return checkKeys(value, shape, pointer, source, problems);
  if (isAllowed(value, rule)) return;
  const about = { key: keyPath(pointer), expected: expectation(rule) };
  problems.push(diagnose("config-wrong-value", { source, pointer }, about));
}

/** The members of a list or of an object with names of the user's; undefined for everything else. */
function childrenOf(
  value: unknown,
  rule: Rule,
): [key: string, member: unknown, rule: Rule][] | undefined {
  if (rule.kind === "list" && Array.isArray(value))
    return value.map((item, index) => [String(index), item, rule.item]);
  if (rule.kind !== "map" || !isRecord(value)) return undefined;
  return Object.entries(value).map(([key, member]) => [key, member, rule.value]);
}

function checkKeys(
  value: object,
  rule: ObjectRule,
  pointer: string,
  source: Source,
  problems: Diagnostic[],
): void {
  for (const [key, member] of Object.entries(value)) {
    const place = `${pointer}/${escapeToken(key)}`;
    const inner = Object.hasOwn(rule.keys, key) ? rule.keys[key] : undefined;
    if (inner !== undefined) {
      check(member, inner, place, source, problems);
      continue;
    }
    const about = { key: keyPath(place), suggestion: suggest(key, Object.keys(rule.keys)) };
    problems.push(diagnose("config-unknown-key", { source, pointer: place }, about));
  }
  for (const key of rule.required ?? []) {
    if (Object.hasOwn(value, key)) continue;
    problems.push(
      diagnose("config-missing-key", { source, pointer }, { key: keyPath(`${pointer}/${key}`) }),
    );
  }
}

function isAllowed(value: unknown, rule: Rule): boolean {
  switch (rule.kind) {
    case "string":
    case "stringOr":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "count":
      return Number.isSafeInteger(value) && (value as number) >= 0;
    case "falseOr":
      return value === false;
    case "choice":
      return typeof value === "string" && rule.values.includes(value);
    case "list":
    case "map":
    case "object":
      return false;
  }
}

function expectation(rule: Rule): string {
  switch (rule.kind) {
    case "string":
      return "text";
    case "boolean":
      return "true or false";
    case "count":
      return "a whole number, 0 or more";
    case "choice":
      return rule.values.map((value) => JSON.stringify(value)).join(" or ");
    case "list":
      return "a list";
    case "map":
    case "object":
      return "an object";
    case "stringOr":
      return `text or ${expectation(rule.other)}`;
    case "falseOr":
      return `false or ${expectation(rule.other)}`;
  }
}

/** `/events/page` as people write it: `events.page`; the whole is "the configuration". */
function keyPath(pointer: string): string {
  return pointer.slice(1).replaceAll("/", ".");
}
