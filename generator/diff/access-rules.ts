import { row, type Rule } from "./rule.ts";

/** Changes of credentials and servers: the part of the catalogue about how to reach the API. */
export const accessRules = {
  "credentials-needed": row({
    severity: "breaking",
    inverse: "credentials-not-needed",
    text: ({ is }) => `it now needs credentials: ${is}`,
  }),
  "credentials-not-needed": row({
    severity: "compatible",
    inverse: "credentials-needed",
    text: ({ was }) => `it no longer needs credentials (${was})`,
  }),
  "credentials-alternative-added": row({
    severity: "compatible",
    inverse: "credentials-alternative-removed",
    text: ({ is }) => `it also accepts ${is}`,
  }),
  "credentials-alternative-removed": row({
    severity: "breaking",
    inverse: "credentials-alternative-added",
    text: ({ was }) => `it no longer accepts ${was}`,
  }),
  "scope-added": row({
    severity: "breaking",
    inverse: "scope-removed",
    text: ({ part, is }) => `${part} now needs the scope ${is}`,
  }),
  "scope-removed": row({
    severity: "compatible",
    inverse: "scope-added",
    text: ({ part, was }) => `${part} no longer needs the scope ${was}`,
  }),
  "security-scheme-added": row({
    severity: "compatible",
    inverse: "security-scheme-removed",
    text: ({ part }) => `${part} is new`,
  }),
  "security-scheme-removed": row({
    severity: "possibly breaking",
    inverse: "security-scheme-added",
    text: ({ part }) => `${part} is gone`,
  }),
  "security-scheme-renamed": row({
    severity: "names only",
    inverse: "security-scheme-renamed",
    text: ({ was, is }) => `the security scheme ${was} is now called ${is}`,
  }),
  "security-scheme-changed": row({
    severity: "breaking",
    inverse: "security-scheme-changed",
    text: ({ part, was, is }) => `${part} is now ${is}, was ${was}`,
  }),
  "default-server-changed": row({
    severity: "possibly breaking",
    inverse: "default-server-changed",
    text: ({ was, is }) => `calls go to ${is} by default, was ${was}`,
  }),
  "server-added": row({
    severity: "compatible",
    inverse: "server-removed",
    text: ({ is }) => `the server ${is} is new`,
  }),
  "server-removed": row({
    severity: "possibly breaking",
    inverse: "server-added",
    text: ({ was }) => `the server ${was} is gone`,
  }),
  "server-variable-changed": row({
    severity: "possibly breaking",
    inverse: "server-variable-changed",
    text: ({ part }) => `the variables of the server ${part} are others`,
  }),
} satisfies Readonly<Record<string, Rule>>;
