import type { Diagnostics } from "../diagnostics.ts";
import { brokenSource, type RawDocument } from "./raw-document.ts";

/** A key that its object already has. */
export interface DuplicateKey {
  readonly key: string;
  /** Of the member, which is the same for all that share the key. */
  readonly pointer: string;
  /** Of the later key. */
  readonly offset: number;
}

/** Diagnostic: `duplicate-key`, at the later one, which counts. */
export function reportDuplicateKeys(
  document: RawDocument,
  duplicates: readonly DuplicateKey[],
  diagnostics: Diagnostics,
): void {
  for (const { key, pointer, offset } of duplicates)
    diagnostics.report("duplicate-key", { ...brokenSource(document, offset), pointer }, { key });
}
