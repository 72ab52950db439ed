import type {
  Config,
  EventsConfig,
  IdempotencyConfig,
  NetworkConfig,
  PackageConfig,
  PaginationConfig,
  ProjectConfig,
  SourceConfig,
} from "../../options.ts";
import { isPackageName } from "../registry/package-name.ts";

/** What a key may hold: text, a switch, one of some words, a list, an object with names of the user's, or with fixed keys. */
export type Rule =
  | { readonly kind: "string" }
  /** Text of a form; `expected` is what people call it. */
  | { readonly kind: "form"; fits(text: string): boolean; readonly expected: string }
  | { readonly kind: "boolean" }
  /** A whole number, not below zero. */
  | { readonly kind: "count" }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | ListRule
  | { readonly kind: "map"; readonly value: Rule }
  | ObjectRule
  /** Text, or else what the other rule says. */
  | { readonly kind: "stringOr"; readonly other: ObjectRule | ListRule }
  /** `false`, or else what the other rule says. */
  | { readonly kind: "falseOr"; readonly other: ObjectRule };

export interface ListRule {
  readonly kind: "list";
  readonly item: Rule;
}

export interface ObjectRule {
  readonly kind: "object";
  readonly keys: Readonly<Record<string, Rule>>;
  readonly required?: readonly string[];
}

const text: Rule = { kind: "string" };
const flag: Rule = { kind: "boolean" };
const count: Rule = { kind: "count" };

const eventType: Rule = {
  kind: "stringOr",
  other: { kind: "object", keys: { type: text, description: text }, required: ["type"] },
};

const events: Readonly<Record<keyof EventsConfig, Rule>> = {
  page: text,
  types: { kind: "list", item: eventType },
  envelope: text,
  payloads: { kind: "map", value: text },
  name: text,
  signature: { kind: "choice", values: ["standard-webhooks"] },
};

const packageName: Rule = {
  kind: "form",
  fits: isPackageName,
  expected: 'a name that npm takes, such as "@deck/sdk"',
};

/** Semantic Versioning 2.0.0 without build metadata, which npm takes out of a version. */
const number = String.raw`(?:0|[1-9]\d*)`;
const word = String.raw`(?:${number}|\d*[A-Za-z-][\dA-Za-z-]*)`;
const version = new RegExp(
  String.raw`^${number}\.${number}\.${number}(?:-${word}(?:\.${word})*)?$`,
);

const packageVersion: Rule = {
  kind: "form",
  fits: (text) => version.test(text),
  expected: 'a version of three numbers, such as "1.0.0"',
};

const packageKeys: Readonly<Record<keyof PackageConfig, Rule>> = {
  name: packageName,
  version: packageVersion,
  license: text,
  repository: text,
  jsr: text,
};

const idempotencyKeys: Readonly<Record<keyof IdempotencyConfig, Rule>> = {
  header: text,
  methods: { kind: "list", item: text },
};

const way: Rule = { kind: "stringOr", other: { kind: "list", item: text } };

const paginationKeys: Readonly<Record<keyof PaginationConfig, Rule>> = {
  by: { kind: "choice", values: ["cursor", "bodyCursor", "lastItem", "offset", "page", "link"] },
  parameter: text,
  items: way,
  next: way,
  more: way,
  start: count,
};

const credential: ObjectRule = {
  kind: "object",
  keys: { variable: text, header: text },
  required: ["variable"],
};

const networkKeys: Readonly<Record<keyof NetworkConfig, Rule>> = {
  allow: { kind: "list", item: text },
  credentials: { kind: "map", value: { kind: "stringOr", other: credential } },
  timeout: count,
  totalTimeout: count,
  maxBytes: count,
  maxDocuments: count,
  retries: count,
};

const sourceKeys: Readonly<Record<keyof SourceConfig, Rule>> = {
  from: text,
  to: text,
  docs: text,
  document: text,
  ignore: { kind: "list", item: text },
};

/** The keys of options.ts. One that is missing here does not compile. */
const project: Readonly<Record<keyof ProjectConfig, Rule>> = {
  input: text,
  overlays: { kind: "list", item: text },
  output: text,
  package: { kind: "object", keys: packageKeys, required: ["name"] },
  enums: { kind: "choice", values: ["open", "closed"] },
  events: { kind: "object", keys: events },
  idempotencyKey: { kind: "object", keys: idempotencyKeys, required: ["header"] },
  pagination: {
    kind: "map",
    value: { kind: "falseOr", other: { kind: "object", keys: paginationKeys, required: ["by"] } },
  },
  retry: flag,
  facade: flag,
  strict: flag,
  network: { kind: "object", keys: networkKeys },
  importExtension: { kind: "choice", values: [".js", ".ts", ""] },
};

const entry: ObjectRule = { kind: "object", keys: project, required: ["input"] };

const config: Readonly<Record<keyof Config, Rule>> = {
  ...project,
  inputs: { kind: "list", item: { kind: "stringOr", other: entry } },
  sources: { kind: "list", item: { kind: "object", keys: sourceKeys, required: ["from", "to"] } },
};

/** What a configuration of one document may say. */
export const configRule: ObjectRule = { kind: "object", keys: config };

/** What one with `inputs` may say: a shared `package` has no name, because each entry has its own. */
export const sharedConfigRule: ObjectRule = {
  kind: "object",
  keys: { ...config, package: { kind: "object", keys: packageKeys } },
};
