import type { Names } from "../layout/name-table.ts";

/** The version of the file format. A file of a later one is refused. */
export const LOCK_VERSION = 1;

/**
 * What a project's last run was made from, and the names that it gave: `deckhand.lock.json`, committed beside the
 * configuration. Names stay as they are here until what had them is gone.
 */
export interface Lock {
  /** The version of Deckhand that wrote it. */
  readonly generator: string;
  /** The hash of the configuration's value. */
  readonly config: string;
  /** Every file or URL that decided the output, and every file that `pull` keeps; paths relative to the configuration. */
  readonly inputs: ReadonlyMap<string, LockedInput>;
  /** Public names by JSON pointer (`#/components/schemas/Event`), the file in front if it is not the entry document. */
  readonly names: Names;
  /**
   * Pages of documentation that hold nothing for the SDK, and the validator that they had when `pull` read them: an
   * entity tag in its quotes, or else a date. So that they need not be read again while they stay the same.
   */
  readonly skipped?: ReadonlyMap<string, string>;
  /** Members that this version does not know; kept as they are. */
  readonly more: ReadonlyMap<string, unknown>;
}

export interface LockedInput {
  /** Of the text in UTF-8 with `\n` line ends, in hexadecimal. */
  readonly sha256: string;
  /** Where `pull` has it from. */
  readonly origin?: string | undefined;
  /** The validators of the answer (RFC 9110, section 8.8), as they came. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** When its bytes last changed: `2026-11-21`. */
  readonly pulled?: string | undefined;
  /** The hash of the text that the SDK was generated from, while `pull` has brought another one. */
  readonly generatedFrom?: string | undefined;
}

export type { Names };
