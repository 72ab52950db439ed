import { Diagnostics } from "../diagnostics.ts";
import type { Documents } from "../source.ts";
import { openSpec } from "../spec/spec.ts";
import { versionOf } from "../spec/version.ts";
import type { Change } from "./change.ts";
import { compareWires } from "./compare/compare-wires.ts";
import { readWire } from "./read/read-wire.ts";
import type { Wire } from "./read/wire.ts";

/** A document opened for comparing. References that lead nowhere are reported; what they stand for counts as anything. */
export function openWire(documents: Documents, diagnostics: Diagnostics): Wire {
  return readWire(openSpec(documents, versionOf(documents.entry), diagnostics));
}

/** What changed on the wire between two documents of any version of OpenAPI. Pure. */
export function diffDocuments(
  old: Documents,
  newer: Documents,
  diagnostics: Diagnostics = new Diagnostics(),
): readonly Change[] {
  return compareWires(openWire(old, diagnostics), openWire(newer, diagnostics));
}
