import { diagnose, type Diagnostic, Failure, type Place } from "../diagnostics.ts";
import { escapeToken } from "../json-pointer.ts";
import {
  type Credential,
  defaultNetworkPolicy,
  isOriginPattern,
  type NetworkPolicy,
} from "../load/network/policy.ts";
import type { CredentialConfig, NetworkConfig } from "../options.ts";
import type { Source } from "../source.ts";

/** The option of every command that may fetch what documents refer to. */
export const allowOption: readonly [flags: string, description: string] = [
  "--allow <origins>",
  "origins that may be fetched besides those that are named; commas between them",
];

interface GivenNetwork {
  readonly config: NetworkConfig | undefined;
  /** For the places of what is wrong in it. */
  readonly source: Source | undefined;
  /** The value of `--allow`. */
  readonly allow: string | undefined;
}

/**
 * What may be fetched, by the configuration and the options. Secrets come from the environment; a variable that is not
 * set is no secret to send, and `missingVariables` names it for those who can not do without.
 * Diagnostic: `config-wrong-value`.
 */
export function networkPolicy({ config = {}, source, allow }: GivenNetwork): NetworkPolicy {
  const { credentials, allow: listed = [], ...limits } = config;
  const given = allow === undefined ? [] : allow.split(",").map((one) => one.trim());
  const problems = [
    ...listed.flatMap((one, index) =>
      isOriginPattern(one) ? [] : wrong(source, `/network/allow/${index}`, ORIGIN_PATTERN),
    ),
    ...given.flatMap((one) => (isOriginPattern(one) ? [] : wrongOption(one))),
    ...Object.keys(credentials ?? {}).flatMap((origin) => {
      const isOrigin = isOriginPattern(origin) && !origin.includes("*");
      const pointer = `/network/credentials/${escapeToken(origin)}`;
      return isOrigin ? [] : wrong(source, pointer, "keyed by an origin, as in https://a.com");
    }),
  ];
  if (problems.length > 0) throw new Failure(problems);
  return {
    ...defaultNetworkPolicy,
    ...limits,
    allow: [...listed, ...given],
    credentials: readCredentials(credentials),
  };
}

const ORIGIN_PATTERN = "an origin such as https://a.com, https://*.a.com, or *";

function wrong(source: Source | undefined, pointer: string, expected: string): Diagnostic[] {
  const at: Place | undefined = source && { source, pointer };
  const key = pointer
    .slice(1)
    .replaceAll("~1", "/")
    .replace("/", ".")
    .replace(/\/(\d+)$/, ".$1");
  return [diagnose("config-wrong-value", at, { key, expected })];
}

function wrongOption(value: string): Diagnostic[] {
  const about = { option: "--allow", value, expected: [ORIGIN_PATTERN] };
  return [diagnose("wrong-option-value", undefined, about)];
}

function readCredentials(config: NetworkConfig["credentials"]): ReadonlyMap<string, Credential> {
  return new Map(
    Object.entries(config ?? {}).flatMap(([origin, one]) => {
      const credential = readCredential(typeof one === "string" ? { variable: one } : one);
      return credential === undefined ? [] : [[origin, credential] as const];
    }),
  );
}

function readCredential({ variable, header }: CredentialConfig): Credential | undefined {
  const value = process.env[variable];
  if (value === undefined || value === "") return undefined;
  return header === undefined
    ? { header: "authorization", value: `Bearer ${value}` }
    : { header, value };
}

/** The environment variables that the configuration names and that are not set. */
export function missingVariables({ credentials }: NetworkConfig): readonly string[] {
  return Object.values(credentials ?? {})
    .map((one) => (typeof one === "string" ? one : one.variable))
    .filter((variable) => (process.env[variable] ?? "") === "");
}
