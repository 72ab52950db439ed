import { code } from "../../diff/names.ts";
import { type Bump, type Reason, reasonLines } from "../../diff/verdict.ts";
import { coreOf } from "./next-version.ts";

/** What a changelog begins with. */
const TITLE = "# Changelog\n";

const SECTIONS: readonly (readonly [bump: Bump, title: string])[] = [
  ["major", "Breaking changes"],
  ["minor", "New"],
  ["patch", "Other changes"],
];

/** What the entry of a release says; `date` is `2026-11-21`. */
export interface EntryFacts {
  readonly version: string;
  readonly date: string;
  /** None where there is no earlier version to compare with. */
  readonly reasons: readonly Reason[];
  /** Said behind the reasons, and alone where there are none. */
  readonly remark: string | undefined;
}

/** An entry in words of an SDK's user. Text of the documents stands between backticks only. */
export function changelogEntry({ version, date, reasons, remark }: EntryFacts): string {
  const lines = reasonLines(reasons);
  const blocks = SECTIONS.flatMap(([bump, title]) => {
    const own = lines.filter((line) => line.bump === bump);
    const items = own.map(({ subject, text }) => `- ${code(subject)}: ${text}`);
    return own.length === 0 ? [] : [`### ${title}`, items.join("\n")];
  });
  const said = remark === undefined ? blocks : [...blocks, remark];
  return `${[`## ${version} (${date})`, ...said].join("\n\n")}\n`;
}

/**
 * A changelog with an entry at its top. One of the same version is replaced, and keeps its date if it says the same;
 * those of prereleases are replaced by what they led to.
 */
export function withEntry(text: string | undefined, version: string, entry: string): string {
  const [head = "", ...entries] = (text ?? TITLE).split(/^(?=## )/m);
  const known = entries.find((one) => versionOf(one) === version);
  const others = entries.filter((one) => !isReplaced(versionOf(one), version));
  const own = known !== undefined && withoutDate(known) === withoutDate(entry) ? known : entry;
  return `${[head, own, ...others]
    .map((part) => part.trimEnd())
    .filter(Boolean)
    .join("\n\n")}\n`;
}

/** The entry of a version, if there is one. */
export function entryOf(changelog: string, version: string): string | undefined {
  return changelog.split(/^(?=## )/m).find((one) => versionOf(one) === version);
}

function versionOf(entry: string): string | undefined {
  return /^## \[?v?(\d+\.\d+\.\d+[^\s\]]*)/.exec(entry)?.[1];
}

function isReplaced(version: string | undefined, by: string): boolean {
  if (version === undefined) return false;
  return version === by || (version.includes("-") && coreOf(version) === coreOf(by));
}

function withoutDate(entry: string): string {
  return entry.replace(/\(\d{4}-\d\d-\d\d\)/, "").trim();
}
