import { readFileSync, writeFileSync } from "node:fs";
import type { EditorTimes } from "./editor.ts";

/** What `peers.mjs` writes, as far as the report reads it, and what this folder adds. */
export interface FieldResults {
  readonly date: string;
  readonly machine: {
    readonly cpus: number;
    readonly model: string;
    readonly memGB: number;
    readonly peersNode: string;
  };
  readonly specs: Readonly<Record<string, { readonly bytes: number; readonly ops: number }>>;
  readonly peers: Readonly<Record<string, PeerResults>>;
  readonly floor?: Readonly<Record<string, FloorResults>>;
  /** Averages over 1, 5 and 15 minutes. */
  load?: { readonly before: readonly number[]; readonly after: readonly number[] };
  editors?: Readonly<Record<string, EditorTimes>>;
}

export interface PeerResults {
  readonly note: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly specs: Readonly<Record<string, SpecResults>>;
}

export interface SpecResults {
  readonly gen?: Generation;
  readonly ts5?: TypeCheck;
  readonly ts7?: TypeCheck;
  readonly bundle?: Bundle;
  readonly runtime?: { readonly node24: Rate; readonly node20?: Rate };
}

export interface Generation {
  readonly exit: number | string;
  readonly wall: number;
  readonly wallMin: number;
  readonly cpu: number;
  readonly rssMB: number;
  readonly busyBefore: number;
  readonly files: number;
  readonly bytes: number;
  readonly ops?: number | string;
}

export interface TypeCheck {
  readonly exit: number;
  readonly errors: number;
  readonly wall: number;
  readonly cpu: number;
  readonly rssMB: number;
  readonly checkS?: number;
  readonly instantiations?: number;
  readonly types?: number;
  readonly withoutNocheck?: TypeCheck;
}

export interface Bundle {
  readonly error?: string;
  readonly minified: number;
  readonly gzip: number;
  readonly entryTs5: TypeCheck;
  readonly entryTs7: TypeCheck;
}

export interface Rate {
  readonly error?: string;
  readonly ratio?: number;
  readonly overheadUs: number;
}

export interface FloorResults {
  readonly nodeStartPlusParse: {
    readonly wall: number;
    readonly cpu: number;
    readonly rssMB: number;
  };
}

export function readResults(path: string): FieldResults {
  return JSON.parse(readFileSync(path, "utf8")) as FieldResults;
}

export function writeResults(path: string, results: FieldResults): void {
  writeFileSync(path, `${JSON.stringify(results, null, 1)}\n`);
}
