import type { Node } from "../../spec/node.ts";
import type { SchemaView } from "../read/schema-view.ts";
import { type Both, type Comparison, type Findings, report } from "./comparison.ts";
import type { Site } from "./site.ts";

/** Two schemas that are compared, as the steps of it share them. */
export interface SchemaPair {
  readonly comparison: Comparison;
  readonly direction: "request" | "response";
  readonly site: Site;
  readonly old: SchemaView;
  readonly new: SchemaView;
  readonly findings: Findings;
  /** The two schemas themselves. */
  readonly at: Both;
  /** Compares schemas inside these two, in the same direction. */
  readonly inside: (schemas: Schemas, site: Site) => void;
}

export interface Schemas {
  readonly old: readonly Node[];
  readonly new: readonly Node[];
}

/** Reports with the pair's own direction and site; places default to the schemas themselves. */
export function reportPair(
  { findings, direction, site, at }: SchemaPair,
  rule: Parameters<typeof report>[1],
  words: {
    readonly old?: Node | undefined;
    readonly new?: Node | undefined;
    was?: string;
    is?: string;
  },
): void {
  const { old, new: newer, ...rest } = words;
  report(findings, rule, {
    direction,
    site,
    at: { old: old ?? at.old, new: newer ?? at.new },
    ...rest,
  });
}
