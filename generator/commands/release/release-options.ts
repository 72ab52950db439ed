import validRange from "semver/ranges/valid.js";
import { fail } from "../../diagnostics.ts";
import { type Invocation, optionText } from "../command.ts";
import { readVersion, STEPS } from "./next-version.ts";
import { offersIdentity } from "./publish.ts";

/** What a person asked for on the command line. */
export interface ReleaseOptions {
  /** `minor` or `1.4.0`; undefined for what the changes ask for. */
  readonly asked: string | undefined;
  /** The dist-tag. */
  readonly tag: string | undefined;
  readonly allowsLower: boolean;
  readonly isDryRun: boolean;
  readonly publishes: boolean;
  readonly usesGit: boolean;
  readonly provenance: boolean;
  readonly access: string | undefined;
  readonly otp: string | undefined;
  /** A folder to keep the package in. */
  readonly keep: string | undefined;
  /** A folder to write the version for JSR into. */
  readonly jsr: string | undefined;
}

const ACCESS = ["public", "restricted"] as const;

/** Diagnostics: `wrong-option-value`, `release-version-invalid`. */
export function releaseOptions(invocation: Invocation): ReleaseOptions {
  const { options, arguments: words } = invocation;
  return {
    asked: readAsked(words[0]),
    tag: readTag(optionText(invocation, "tag")),
    allowsLower: options["allowLower"] === true,
    isDryRun: options["dryRun"] === true,
    publishes: options["publish"] !== false,
    usesGit: options["git"] !== false,
    provenance: options["provenance"] !== false && offersIdentity(process.env),
    access: readAccess(optionText(invocation, "access")),
    otp: optionText(invocation, "otp"),
    keep: optionText(invocation, "keep"),
    jsr: optionText(invocation, "jsr"),
  };
}

function readAsked(asked: string | undefined): string | undefined {
  if (asked === undefined || STEPS.some((step) => step === asked)) return asked;
  if (/\d/.test(asked)) return readVersion(asked, "What was asked for");
  return fail("wrong-option-value", undefined, {
    option: "VERSION",
    value: asked,
    expected: [...STEPS, "a version such as 1.4.0"],
  });
}

/** npm refuses names that could be versions, and what is not in an address by itself. */
function readTag(tag: string | undefined): string | undefined {
  if (tag === undefined || (/^[a-z][\w-]*$/i.test(tag) && validRange(tag) === null)) return tag;
  return fail("wrong-option-value", undefined, {
    option: "--tag",
    value: tag,
    expected: ["a name that is no version, such as next"],
  });
}

function readAccess(access: string | undefined): string | undefined {
  if (access === undefined || ACCESS.some((one) => one === access)) return access;
  const about = { option: "--access", value: access, expected: ACCESS };
  return fail("wrong-option-value", undefined, about);
}
