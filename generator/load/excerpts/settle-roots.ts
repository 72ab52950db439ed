import type { Diagnostic } from "../../diagnostics.ts";
import { addTo } from "../../group-by.ts";
import { pointerOf } from "../../json-pointer.ts";
import type { Source } from "../../source.ts";
import { disagreement } from "./disagreement.ts";
import { type Part, partsOf } from "./parts.ts";
import {
  apiTitle,
  differenceOf,
  type Excerpt,
  isSame,
  isTop,
  readRoot,
  type Root,
  ROOT_KEYS,
} from "./root.ts";

/** The parts of all excerpts, with one root. */
export interface Settled {
  readonly parts: readonly Part[];
  /** `excerpt-conflict` */
  readonly conflicts: readonly Diagnostic[];
  /** `excerpt-own-root` */
  readonly moved: readonly Diagnostic[];
}

/**
 * What the root says for its operations may differ from page to page. What counts for most operations stays at the root;
 * an excerpt that says something else has it at its operations, where it means the same, unless it has a rival.
 */
export function settleRoots(sources: readonly Source[]): Settled {
  let excerpts: readonly Excerpt[] = sources.map((source) => ({ source, parts: partsOf(source) }));
  const conflicts: Diagnostic[] = [];
  const moved: Diagnostic[] = [];
  for (const key of ROOT_KEYS) {
    const roots = excerpts.map((excerpt) => readRoot(excerpt, key));
    const others = compareAll(roots);
    const { common } = others;
    excerpts = roots.map((root) => {
      if (isSame(root, common)) return root.excerpt;
      const rival = rivalOf(root, others);
      if (rival !== undefined) conflicts.push(compared("excerpt-conflict", rival, root));
      else if (root.heirs.size > 0) moved.push(compared("excerpt-own-root", common, root));
      return withRoot(root, common, rival === undefined);
    });
  }
  return { parts: excerpts.flatMap(({ parts }) => parts), conflicts, moved };
}

/** What a root is judged by. */
interface Others {
  readonly common: Root;
  /** Of the APIs of excerpts with the common root. */
  readonly titles: ReadonlySet<unknown>;
  /** The roots that count for an operation. */
  readonly byHeir: ReadonlyMap<string, readonly Root[]>;
}

function compareAll(roots: readonly Root[]): Others {
  const common = commonOf(roots);
  const titles = new Set(roots.filter((one) => isSame(one, common)).map(apiTitle));
  const byHeir = new Map<string, Root[]>();
  for (const root of roots) for (const heir of root.heirs) addTo(byHeir, heir, root);
  return { common, titles, byHeir };
}

/** What counts for most operations; of as many, the first. */
function commonOf(roots: readonly Root[]): Root {
  const counts = new Map<Root, number>();
  for (const root of roots) {
    const first = [...counts.keys()].find((one) => isSame(one, root)) ?? root;
    counts.set(first, (counts.get(first) ?? 0) + root.heirs.size);
  }
  const [common] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one));
  return common;
}

function compared(
  code: "excerpt-conflict" | "excerpt-own-root",
  known: Root,
  root: Root,
): Diagnostic {
  const { key, excerpt } = root;
  const pointer = pointerOf(differenceOf(known, root) ?? [key]);
  return disagreement(code, known.excerpt.source, excerpt.source, pointer, key);
}

/**
 * The excerpt that one can not go together with: the same operation with another root; the common one, where the page
 * says nothing, where its operations stand somewhere else, and where it is of another API.
 */
function rivalOf(root: Root, { common, titles, byHeir }: Others): Root | undefined {
  const { heirs, value, excerpt } = root;
  if (isReferring(excerpt)) return common;
  if (heirs.size === 0) return undefined;
  // Hosts may write the title of each page as that of the API; where they do not, another title is another API.
  const isOfAnotherApi = titles.size === 1 && !titles.has(apiTitle(root));
  if (value === undefined || isOfAnotherApi) return common;
  const sharing = [...heirs].flatMap((heir) => byHeir.get(heir) ?? []);
  return sharing.find((other) => !isSame(other, root));
}

/** True where a path item is a reference, whose operations other excerpts may have, too. */
function isReferring({ parts }: Excerpt): boolean {
  return parts.some(({ path }) => path[0] !== "components" && path[2] === "$ref");
}

/** The excerpt with the common root, and with its own one at its operations. */
function withRoot({ excerpt, key, value, heirs }: Root, common: Root, keepsOwn: boolean): Excerpt {
  const top = common.excerpt.parts.find(({ path }) => isTop(path, key));
  const parts = excerpt.parts.flatMap((part) => {
    if (isTop(part.path, key)) return top ?? [];
    if (!keepsOwn || !heirs.has(pointerOf(part.path))) return part;
    return { ...part, value: { ...(part.value as object), [key]: value } };
  });
  return { source: excerpt.source, parts };
}
