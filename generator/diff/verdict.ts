import type { Change } from "./change.ts";
import { type RuleId, rules } from "./rules.ts";
import type { Severity } from "./severity.ts";

/** What a version number has to grow by (https://semver.org); from most to least. */
export const bumps = ["major", "minor", "patch", "none"] as const;
export type Bump = (typeof bumps)[number];

/** Why the version has to grow, in words of an SDK's user. */
export interface Reason {
  readonly bump: Bump;
  readonly subject: string;
  readonly text: string;
  /** The view that shows it: what travels, or what the compiler sees. */
  readonly from: "wire" | "types";
}

/** A reason that the compiler sees. */
export interface SurfaceReason extends Reason {
  /** What of the subject it is about, in Markdown, where its type is another. */
  readonly part?: string;
}

export interface Verdict {
  /** For programs that speak to the API without the SDK, and for versions of the SDK that are in use. */
  readonly wire: Bump;
  /** For the next version of the package. */
  readonly package: Bump;
  /** Why, worst first; each thing said once. */
  readonly reasons: readonly Reason[];
}

/** Joins what the two views say. Documentation is nothing on the wire, and a patch of the package. */
export function decide(changes: readonly Change[], surface: readonly SurfaceReason[]): Verdict {
  const wire = changes.map((change) => wireBump[change.severity]);
  const seen = surface.filter((one) => !isSaid(one, changes));
  const all = [...changes.map(reasonOf), ...seen.map(withoutPart)];
  const reasons = distinct(all.filter((one) => isNoticed(one, all))).toSorted(
    (one, other) => bumps.indexOf(one.bump) - bumps.indexOf(other.bump),
  );
  return { wire: highest(wire), package: highest(reasons.map(({ bump }) => bump)), reasons };
}

/** What the package does not show, such as an id whose function keeps its name, explains other reasons at most. */
function isNoticed({ bump, subject }: Reason, all: readonly Reason[]): boolean {
  return bump !== "none" || all.some((one) => one.bump !== "none" && one.subject === subject);
}

const wireBump: Readonly<Record<Severity, Bump>> = {
  breaking: "major",
  "possibly breaking": "minor",
  compatible: "minor",
  "names only": "none",
  documentation: "none",
};

function reasonOf({ rule, severity, subject, text }: Change): Reason {
  const said = rule === "documentation-changed" ? "its documentation changed" : text;
  return { bump: packageBump(rule, severity), subject, text: said, from: "wire" };
}

/**
 * A program notices a breaking change when it runs, unless the new version of the SDK takes care of it. Whether it
 * notices names is for the compiler to say.
 */
function packageBump(rule: RuleId, severity: Severity): Bump {
  if (severity === "names only") return "none";
  if (severity === "documentation") return "patch";
  if (severity !== "breaking") return "minor";
  return rules[rule].absorbed === true ? "patch" : "major";
}

/**
 * An operation that is gone or new is a function that is gone or new, and what is of another type on the wire is so in
 * the program: the words of the document say it, unless it weighs more in the program.
 */
function isSaid({ subject, text, part, bump }: SurfaceReason, changes: readonly Change[]): boolean {
  const own = changes.filter((change) => change.subject === subject);
  if (text.startsWith("the function is "))
    return own.some(({ rule }) => rule === "operation-removed" || rule === "operation-added");
  if (part === undefined || !text.startsWith(`${part} is now \``)) return false;
  return own.some(
    (change) =>
      change.text.startsWith(`${part} `) &&
      bumps.indexOf(packageBump(change.rule, change.severity)) <= bumps.indexOf(bump),
  );
}

function withoutPart({ bump, subject, text, from }: SurfaceReason): Reason {
  return { bump, subject, text, from };
}

/** One reason for a subject and a text: the worst. */
function distinct(reasons: readonly Reason[]): readonly Reason[] {
  const found = new Map<string, Reason>();
  for (const reason of reasons) {
    const key = `${reason.subject}\n${reason.text}`;
    const known = found.get(key);
    if (known === undefined || bumps.indexOf(reason.bump) < bumps.indexOf(known.bump))
      found.set(key, reason);
  }
  return [...found.values()];
}

/** The bump that covers all of these. */
export function highest(all: readonly Bump[]): Bump {
  return bumps.find((bump) => all.includes(bump)) ?? "none";
}

/** Reasons of one subject and one weight on one line: "parameter `a` is gone; `b` is new". */
export function reasonLines(
  reasons: readonly Reason[],
): readonly { readonly bump: Bump; readonly subject: string; readonly text: string }[] {
  const lines = new Map<string, { bump: Bump; subject: string; texts: string[] }>();
  for (const { bump, subject, text } of reasons) {
    const known = lines.get(subject);
    if (known === undefined) lines.set(subject, { bump, subject, texts: [text] });
    else known.texts.push(text);
  }
  return [...lines.values()].map(({ bump, subject, texts }) => ({
    bump,
    subject,
    text: join(texts),
  }));
}

/** The word that several have in front is said once. */
function join(texts: readonly string[]): string {
  const word = "parameter ";
  return texts
    .map((text, index) =>
      index > 0 && text.startsWith(word) && texts[index - 1]?.startsWith(word) === true
        ? text.slice(word.length)
        : text,
    )
    .join("; ");
}
