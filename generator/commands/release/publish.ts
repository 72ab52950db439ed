import { fail } from "../../diagnostics.ts";
import { npm, type NpmProblem } from "../registry/npm.ts";
import { publishedVersion } from "../registry/published.ts";
import type { Tarball } from "./pack.ts";

/** What is published, and how. */
export interface Publication {
  readonly name: string;
  readonly version: string;
  readonly tarball: Tarball;
  /** The name that users may ask for it by: `latest`, `next`. */
  readonly tag: string;
  readonly access: string | undefined;
  readonly provenance: boolean;
  /** A one-time password. */
  readonly otp: string | undefined;
  /** Where npm's configuration counts. */
  readonly folder: string;
}

/** Whether this is a CI whose identity a registry can check: what npm needs for a statement of provenance. */
export function offersIdentity(env: NodeJS.ProcessEnv): boolean {
  const github = env["ACTIONS_ID_TOKEN_REQUEST_URL"] !== undefined;
  return github || env["SIGSTORE_ID_TOKEN"] !== undefined;
}

/** The words for npm; the one-time password is not among them, because other users can read those. */
export function publishWords({ tarball, tag, access, provenance }: Publication): readonly string[] {
  return [
    "publish",
    tarball.path,
    "--ignore-scripts",
    "--tag",
    tag,
    ...(access === undefined ? [] : ["--access", access]),
    ...(provenance ? ["--provenance"] : []),
  ];
}

/**
 * Publishes a tarball. When it is not known whether the registry took it (the connection broke, or it says that it has
 * this version already), the registry is asked: the same bytes are a success. Diagnostic: `publish-failed`.
 */
export async function publish(publication: Publication): Promise<"published" | "already there"> {
  const { otp, folder, name, version } = publication;
  const env = otp === undefined ? {} : { npm_config_otp: otp };
  const answer = await npm(publishWords(publication), folder, env);
  if (answer.ok) return "published";
  const state = await stateOf(publication);
  if (state === "ours") return "already there";
  return fail("publish-failed", undefined, {
    where: "The registry",
    reason:
      state === "theirs"
        ? `${name}@${version} is there with other contents`
        : answer.problem.summary,
    help: state === "unknown" ? UNKNOWN : helpFor(answer.problem),
  });
}

/** What the registry has under this version, as far as it can be asked. */
async function stateOf({
  name,
  version,
  folder,
  tarball,
}: Publication): Promise<"ours" | "theirs" | "nothing" | "unknown"> {
  try {
    const known = await publishedVersion(name, version, folder);
    if (known === undefined) return "nothing";
    return known.integrity === tarball.integrity ? "ours" : "theirs";
  } catch {
    return "unknown";
  }
}

const UNKNOWN =
  "It can not be asked whether it has the package now. Nothing was written; run `deckhand release` again, which finds out and goes on from there.";

function helpFor({ code, summary }: NpmProblem): string {
  if (code === "ENEEDAUTH" || code === "E401" || /\b401\b/.test(summary))
    return "Nothing was published or written. Log in with `npm login`, or give npm a token (in CI: NODE_AUTH_TOKEN, or trusted publishing).";
  if (code === "EOTP")
    return "Nothing was published or written. Run it again with --otp and the code of your authenticator.";
  if (code === "E403" || /\b403\b/.test(summary))
    return "Nothing was published or written. Check who may publish this name; a new package with a scope may need --access public.";
  return "Nothing was published or written; once this is solved, run `deckhand release` again.";
}
