import { type Diagnostic, type Diagnostics, Failure } from "../../diagnostics.ts";
import { pointerOf } from "../../json-pointer.ts";
import type { Source } from "../../source.ts";
import { disagreement, titleOf } from "./disagreement.ts";
import { firstDifference } from "./first-difference.ts";
import { assemble, type Part } from "./parts.ts";
import { settleRoots } from "./settle-roots.ts";
import { isAboutDocument, isWording, joinTags } from "./wording.ts";

/**
 * Joins excerpts of one OpenAPI document into that document. An excerpt has some operations and the components that
 * they reach; all else stands in each. Operations and components are joined in the order in which the excerpts have
 * them. What several have must mean the same: if not, a `Failure` with `excerpt-conflict` for each difference names both
 * places. Where only what people read differs, the first one counts, and the warning `excerpt-wording` names both.
 * What an excerpt says for its own operations goes to those: `excerpt-own-root`. Undefined for no excerpts.
 */
export function mergeExcerpts(excerpts: readonly Source[], diagnostics: Diagnostics): unknown {
  if (excerpts.length === 0) return undefined;
  const settled = settleRoots(excerpts);
  const parts = new Map<string, Part>();
  const wordings = new Map<string, Diagnostic>();
  const conflicts = [...settled.conflicts];
  for (const part of settled.parts) {
    const key = pointerOf(part.path);
    const known = parts.get(key);
    if (known === undefined) parts.set(key, part);
    // Every page may list its own tags only.
    else if (key === "/tags")
      parts.set(key, { ...known, value: joinTags(known.value, part.value) });
    else {
      const found = compare(known, part);
      if (found?.severity === "error") conflicts.push(found);
      else if (found !== undefined && !wordings.has(key)) wordings.set(key, found);
    }
  }
  if (conflicts.length > 0) throw new Failure(conflicts);
  diagnostics.list.push(...settled.moved, ...wordings.values());
  return assemble([...parts.values()]);
}

/** An error where a part means something else, a warning where it is only worded otherwise. */
function compare(known: Part, part: Part): Diagnostic | undefined {
  const { path } = part;
  const any = firstDifference(known.value, part.value, undefined, path);
  if (any === undefined) return undefined;
  const meaning = isAboutDocument(path)
    ? undefined
    : firstDifference(known.value, part.value, isWording, path);
  const code = meaning === undefined ? "excerpt-wording" : "excerpt-conflict";
  return disagreement(code, known.source, part.source, pointerOf(meaning ?? any), titleOf(path));
}
