import { diagnose, type Diagnostic, Failure, type Place } from "../../diagnostics.ts";
import { alternatives } from "../../diagnostics/alternatives.ts";
import { escapeToken, pointerTokens } from "../../json-pointer.ts";
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
  const { value } = source;
  const rule = isRecord(value) && Object.hasOwn(value, "inputs") ? sharedConfigRule : configRule;
  const problems = check(value, rule, { source, pointer: "" });
  if (problems.length > 0) throw new Failure(problems);
  return value as Config;
}

function check(value: unknown, rule: Rule, at: Place): readonly Diagnostic[] {
  const shape = rule.kind === "stringOr" || rule.kind === "falseOr" ? rule.other : rule;
  const children = childrenOf(value, shape);
  if (children !== undefined)
    return children.flatMap(([key, member, inner]) => check(member, inner, below(at, key)));
  if (shape.kind === "object" && isRecord(value)) return checkKeys(value, shape, at);
  if (isAllowed(value, rule)) return [];
  const about = { key: keyPath(at), expected: expectation(rule) };
  return [diagnose("config-wrong-value", at, about)];
}

function below({ source, pointer }: Place, key: string): Place {
  return { source, pointer: `${pointer}/${escapeToken(key)}` };
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

function checkKeys(value: object, rule: ObjectRule, at: Place): readonly Diagnostic[] {
  const members = Object.entries(value).flatMap(([key, member]) => {
    const place = below(at, key);
    const inner = Object.hasOwn(rule.keys, key) ? rule.keys[key] : undefined;
    if (inner !== undefined) return check(member, inner, place);
    const suggestion = suggest(key, Object.keys(rule.keys));
    return [diagnose("config-unknown-key", place, { key: keyPath(place), suggestion })];
  });
  const missing = (rule.required ?? [])
    .filter((key) => !Object.hasOwn(value, key))
    .map((key) => diagnose("config-missing-key", at, { key: keyPath(below(at, key)) }));
  return [...members, ...missing];
}

function isAllowed(value: unknown, rule: Rule): boolean {
  switch (rule.kind) {
    case "string":
    case "stringOr":
      return typeof value === "string";
    case "form":
      return typeof value === "string" && rule.fits(value);
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
    case "form":
      return rule.expected;
    case "boolean":
      return "true or false";
    case "count":
      return "a whole number, 0 or more";
    case "choice":
      return alternatives(rule.values.map((value) => JSON.stringify(value)));
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
function keyPath({ pointer }: Place): string {
  return pointerTokens(pointer).join(".");
}
