import { diagnose, type Diagnostic, Failure } from "../../diagnostics.ts";
import { pointerToken } from "../../load/pointer.ts";
import type {
  Config,
  EventsConfig,
  IdempotencyConfig,
  PackageConfig,
  PaginationConfig,
} from "../../options.ts";
import type { Source } from "../../source.ts";
import { suggest } from "../../suggest.ts";

/** What a key may hold: text, a switch, one of some words, a list, an object with names of the user's, or with fixed keys. */
type Rule =
  | { readonly kind: "string" }
  | { readonly kind: "boolean" }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly item: Rule }
  | { readonly kind: "map"; readonly value: Rule }
  | ObjectRule
  /** Text, or else what an object rule says. */
  | { readonly kind: "stringOr"; readonly object: ObjectRule }
  /** `false`, or else what an object rule says. */
  | { readonly kind: "falseOr"; readonly object: ObjectRule };

interface ObjectRule {
  readonly kind: "object";
  readonly keys: Readonly<Record<string, Rule>>;
  readonly required?: readonly string[];
}

const text: Rule = { kind: "string" };
const flag: Rule = { kind: "boolean" };

const eventType: Rule = {
  kind: "stringOr",
  object: { kind: "object", keys: { type: text, description: text }, required: ["type"] },
};

const events: Readonly<Record<keyof EventsConfig, Rule>> = {
  page: text,
  types: { kind: "list", item: eventType },
  envelope: text,
  payloads: { kind: "map", value: text },
  name: text,
  signature: { kind: "choice", values: ["standard-webhooks"] },
};

const packageKeys: Readonly<Record<keyof PackageConfig, Rule>> = {
  name: text,
  version: text,
  license: text,
  repository: text,
};

const idempotencyKeys: Readonly<Record<keyof IdempotencyConfig, Rule>> = {
  header: text,
  methods: { kind: "list", item: text },
};

const paginationKeys: Readonly<Record<keyof PaginationConfig, Rule>> = {
  by: { kind: "choice", values: ["cursor", "offset", "page", "link"] },
  parameter: text,
  items: text,
  next: text,
  more: text,
};

/** The keys of options.ts. One that is missing here does not compile. */
const rules: Readonly<Record<keyof Config, Rule>> = {
  input: text,
  overlays: { kind: "list", item: text },
  output: text,
  package: { kind: "object", keys: packageKeys, required: ["name"] },
  enums: { kind: "choice", values: ["open", "closed"] },
  events: { kind: "object", keys: events },
  idempotencyKey: { kind: "object", keys: idempotencyKeys, required: ["header"] },
  pagination: {
    kind: "map",
    value: { kind: "falseOr", object: { kind: "object", keys: paginationKeys, required: ["by"] } },
  },
  retry: flag,
  facade: flag,
  strict: flag,
  importExtension: { kind: "choice", values: [".js", ".ts", ""] },
};

/**
 * The value of a configuration, when all of it is as options.ts says. Diagnostics, each with the place of the key:
 * `config-unknown-key`, `config-wrong-value`, `config-missing-key`.
 */
export function validateConfig(source: Source): Config {
  const problems: Diagnostic[] = [];
  check(source.value, { kind: "object", keys: rules }, "", source, problems);
  if (problems.length > 0) throw new Failure(problems);
  return source.value as Config;
}

function check(
  value: unknown,
  rule: Rule,
  pointer: string,
  source: Source,
  problems: Diagnostic[],
): void {
  const children = childrenOf(value, rule);
  if (children !== undefined) {
    for (const [key, member, inner] of children)
      check(member, inner, `${pointer}/${pointerToken(key)}`, source, problems);
    return;
  }
  const object = rule.kind === "stringOr" || rule.kind === "falseOr" ? rule.object : rule;
  if (object.kind === "object" && isObject(value))
    return checkKeys(value, object, pointer, source, problems);
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
  if (rule.kind !== "map" || !isObject(value)) return undefined;
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
    const place = `${pointer}/${pointerToken(key)}`;
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
    case "choice":
      return rule.values.map((value) => JSON.stringify(value)).join(" or ");
    case "list":
      return "a list";
    case "map":
    case "object":
      return "an object";
    case "stringOr":
      return "text or an object";
    case "falseOr":
      return "false or an object";
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `/events/page` as people write it: `events.page`; the whole is "the configuration". */
function keyPath(pointer: string): string {
  return pointer.slice(1).replaceAll("/", ".");
}
