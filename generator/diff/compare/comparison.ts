import type { Node } from "../../spec/node.ts";
import type { Place } from "../../diagnostics.ts";
import type { Change } from "../change.ts";
import type { ChangeDirection } from "../severity.ts";
import { type RuleId, rules, severityOf } from "../rules.ts";
import type { Wire } from "../read/wire.ts";
import { renamedSchemes, type SchemeNames } from "./scheme-names.ts";
import { partOf, type Site, siteInComponent } from "./site.ts";

/** A place in both documents. */
export interface Both {
  readonly old: Node;
  readonly new: Node;
}

/** What a finding is about, besides its rule. */
export interface Finding {
  readonly direction: ChangeDirection;
  /** Used where the place is not in one component schema of both documents. */
  readonly site: Site;
  readonly at: Both;
  readonly was?: string;
  readonly is?: string;
}

/** Findings of one place, and the places below it. Schemas are compared once however often they are used. */
export interface Findings {
  readonly changes: Draft[];
  readonly below: Findings[];
}

/** A change before it is known which operations it reaches. */
export interface Draft extends Omit<Change, "operations" | "id"> {
  /** True when the subject is a component, as the document calls it. */
  readonly isComponent: boolean;
  /** The subject, as the old document has it. */
  readonly former: string;
}

/** One comparison of two documents: what is shared while it runs. */
export class Comparison {
  readonly old: Wire;
  readonly new: Wire;
  /** Comparisons of schemas that were made or begun, by place and direction. */
  readonly schemas = new Map<string, Findings>();

  /** What security schemes are called now, where that changed. */
  readonly schemeNames: SchemeNames;

  constructor(old: Wire, newer: Wire) {
    this.old = old;
    this.new = newer;
    this.schemeNames = renamedSchemes(old, newer);
  }
}

export function noFindings(): Findings {
  return { changes: [], below: [] };
}

/** Adds a change to what is found. */
export function report(findings: Findings, rule: RuleId, finding: Finding): void {
  const { at, was = "", is = "" } = finding;
  const severity = severityOf(rule, finding.direction);
  const site = siteInComponent(at, rule.endsWith("-removed") ? "old" : "new") ?? finding.site;
  const direction = severity === "documentation" ? "both" : finding.direction;
  const about = { part: partOf(site), direction: finding.direction, was, is };
  const text = rules[rule].text(about);
  const places = { old: placeOf(at.old), new: placeOf(at.new) };
  const { subject, isComponent = false, former = subject } = site;
  const draft = { rule, direction, severity, subject, isComponent, former, text, ...places };
  findings.changes.push(draft);
}

/** What an overlay wrote stands in the overlay. */
function placeOf(node: Node): Place {
  return node.source.origin?.(node.pointer) ?? node;
}
