import type { ChangeDirection, Severity } from "./severity.ts";

/** One kind of change. */
export interface Rule {
  /** What it does to programs; by direction where sending and receiving differ. */
  readonly severity: Severity | { readonly request: Severity; readonly response: Severity };
  /**
   * True when programs that use the SDK do not notice once they use the new version: the generated code knows the
   * new path, place or encoding. The wire changed all the same, and older versions of the SDK fail.
   */
  readonly absorbed?: true;
  /** The rule of the same change with the documents swapped. */
  readonly inverse: string;
  /** The change in words, to stand behind "subject:". */
  readonly text: (about: About) => string;
}

/** What a sentence about a change needs; already in Markdown, names between backticks. */
export interface About {
  /** What of the subject it is about: "parameter `limit`", "`data[].status`"; "" for all of it. */
  readonly part: string;
  readonly direction: ChangeDirection;
  readonly was: string;
  readonly is: string;
}

/** Rows are written with this, so that each is checked by itself. */
export function row(rule: Rule): Rule {
  return rule;
}
