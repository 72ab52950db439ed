import type { Change } from "../change.ts";
import { identify } from "../identify.ts";
import type { Wire } from "../read/wire.ts";
import type { Comparison, Draft, Findings } from "./comparison.ts";

/** What was found in an operation, and the operation's name; undefined for what is about the whole API. */
export interface Named {
  readonly name: string | undefined;
  readonly findings: Findings;
}

/** All changes, each once with the operations that it reaches, in the order in which they are met. */
export function gather(
  { old, new: newer }: Pick<Comparison, "old" | "new">,
  all: readonly Named[],
): readonly Change[] {
  const found = new Map<string, { readonly draft: Draft; readonly operations: Set<string> }>();
  for (const { name, findings } of all) {
    for (const draft of draftsOf(findings)) {
      const key = keyOf(draft);
      const known = found.get(key) ?? { draft, operations: new Set<string>() };
      found.set(key, known);
      if (name !== undefined) known.operations.add(name);
    }
  }
  return identify(
    [...found.values()].map(({ draft: { isComponent, subject, ...draft }, operations }) => ({
      ...draft,
      subject: isComponent ? typeName(subject, [newer, old]) : subject,
      operations: [...operations],
    })),
  );
}

function typeName(component: string, wires: readonly Wire[]): string {
  for (const { typeNames } of wires) {
    const name = typeNames.get(component);
    if (name !== undefined) return name;
  }
  return component;
}

/** Everything below, once: shared schemas refer to each other in circles. */
function draftsOf(root: Findings): readonly Draft[] {
  const seen = new Set<Findings>();
  const drafts: Draft[] = [];
  const pending = [root];
  for (let findings = pending.pop(); findings !== undefined; findings = pending.pop()) {
    if (seen.has(findings)) continue;
    seen.add(findings);
    drafts.push(...findings.changes);
    pending.push(...findings.below.toReversed());
  }
  return drafts;
}

function keyOf({ rule, direction, text, old, new: newer }: Draft): string {
  const places = [old, newer].map(({ source, pointer }) => `${source.name}#${pointer}`);
  return [rule, direction, text, ...places].join("\n");
}
