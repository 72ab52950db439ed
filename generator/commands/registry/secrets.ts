import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, parse } from "node:path";

/** What stands for a credential in a message. */
const HIDDEN = "***";

/** Shorter ones are words, and would be cut out of every message. */
const SHORTEST = 6;

/** Forms of credentials that are known by themselves, wherever they come from. */
const FORMS: readonly (readonly [form: RegExp, shown: string])[] = [
  [/\b(Bearer|Basic)\s+[\w+/=~.-]+/gi, `$1 ${HIDDEN}`],
  [/\bnpm_\w{20,}/g, HIDDEN],
  [/\bgh[a-z]_\w{20,}/g, HIDDEN],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, HIDDEN],
  [/(_authToken|_auth|_password)(\s*=\s*)\S+/g, `$1$2${HIDDEN}`],
  [/\/\/[^/\s@]+@/g, `//${HIDDEN}@`],
];

/**
 * A text without the credentials of this machine: those of the environment, those of npm's configuration files that
 * count in `folder`, and whatever looks like one. A registry may send back what it was sent.
 */
export function redact(text: string, folder: string): string {
  const known = [...environmentSecrets(), ...npmrcSecrets(folder)]
    .filter((secret) => secret.length >= SHORTEST)
    .toSorted((one, other) => other.length - one.length);
  const without = known.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
  return FORMS.reduce((rest, [form, shown]) => rest.replaceAll(form, shown), without);
}

function environmentSecrets(): readonly string[] {
  return Object.entries(process.env).flatMap(([name, value]) =>
    /token|auth|passw|secret|otp$/i.test(name) && value !== undefined ? [value] : [],
  );
}

/** The values of `_authToken`, `_auth` and `_password`, also where they name a variable of the environment. */
function npmrcSecrets(folder: string): readonly string[] {
  const lines = npmrcPaths(folder).flatMap((path) => readIfThere(path).split(/\r?\n/));
  return lines.flatMap((line) => {
    const [, quoted] = /_(?:authToken|auth|password)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
    if (quoted === undefined) return [];
    const value = quoted.replace(/^["']|["']$/g, "");
    return [value.replace(/\$\{(\w+)\??\}/g, (_, name: string) => process.env[name] ?? ""), value];
  });
}

/** npm reads one beside the project, the user's and one beside itself (npm's documentation, "npmrc"). */
function npmrcPaths(folder: string): readonly string[] {
  const named = ["npm_config_userconfig", "NPM_CONFIG_USERCONFIG", "npm_config_globalconfig"];
  const global = join(dirname(process.execPath), "..", "etc");
  return [
    ...[...parents(folder), homedir()].map((each) => join(each, ".npmrc")),
    join(global, "npmrc"),
    ...named.flatMap((name) => process.env[name] ?? []),
  ];
}

function parents(folder: string): readonly string[] {
  return folder === parse(folder).root ? [folder] : [folder, ...parents(dirname(folder))];
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
