import type { Diagnostic } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";
import { pointerOf } from "../pointer.ts";
import { disagreement } from "./disagreement.ts";
import { firstDifference } from "./first-difference.ts";
import { isObject, isOperation, type Part, partsOf } from "./parts.ts";
import { isWording } from "./wording.ts";

/** The parts of all excerpts, with one root. */
export interface Settled {
  readonly parts: readonly Part[];
  /** `excerpt-conflict` */
  readonly conflicts: readonly Diagnostic[];
  /** `excerpt-own-root` */
  readonly moved: readonly Diagnostic[];
}

/** Members of the root that count for operations without a member of that name (OpenAPI 3.2, section 4.1). */
const KEYS = ["servers", "security"] as const;
type Key = (typeof KEYS)[number];

/**
 * What the root says for its operations may differ from page to page. What counts for most operations stays at the root;
 * an excerpt that says something else has it at its operations, where it means the same, unless it has a rival.
 */
export function settleRoots(sources: readonly Source[]): Settled {
  let excerpts: readonly Excerpt[] = sources.map((source) => ({ source, parts: partsOf(source) }));
  const conflicts: Diagnostic[] = [];
  const moved: Diagnostic[] = [];
  for (const key of KEYS) {
    const roots = excerpts.map((excerpt) => readRoot(excerpt, key));
    const common = commonOf(roots);
    excerpts = roots.map((root) => {
      if (isSame(root, common)) return root.excerpt;
      const rival = rivalOf(root, common, roots);
      if (rival !== undefined) conflicts.push(compared("excerpt-conflict", rival, root));
      else if (root.heirs.size > 0) moved.push(compared("excerpt-own-root", common, root));
      return withRoot(root, common, rival === undefined);
    });
  }
  return { parts: excerpts.flatMap(({ parts }) => parts), conflicts, moved };
}

interface Excerpt {
  readonly source: Source;
  readonly parts: readonly Part[];
}

/** What the root of an excerpt says, and for what. */
interface Root {
  readonly excerpt: Excerpt;
  readonly key: Key;
  /** Undefined for servers that only the address of the whole document would tell. */
  readonly value: unknown;
  /** The operations that it counts for. */
  readonly heirs: ReadonlySet<Part>;
}

function readRoot(excerpt: Excerpt, key: Key): Root {
  const { parts } = excerpt;
  const value = parts.find(({ path }) => isTop(path, key))?.value;
  const places = new Set(parts.map(({ path }) => pointerOf(path)));
  const heirs = parts.filter((part) => {
    if (!isOperation(part) || !isObject(part.value) || Object.hasOwn(part.value, key)) return false;
    return key !== "servers" || !places.has(pointerOf([...part.path.slice(0, 2), key]));
  });
  return { excerpt, key, value: isEmpty(value) ? DEFAULTS[key] : value, heirs: new Set(heirs) };
}

/** No requirement is none; no server is the place of the document. */
const DEFAULTS = { servers: undefined, security: [] } as const;

function isTop(path: readonly string[], key: string): boolean {
  return path.length === 1 && path[0] === key;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
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

function isSame(one: Root, other: Root): boolean {
  return differenceOf(one, other) === undefined;
}

function differenceOf(known: Root, root: Root): readonly string[] | undefined {
  return firstDifference(known.value, root.value, isWording, [root.key]);
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
function rivalOf(root: Root, common: Root, roots: readonly Root[]): Root | undefined {
  const { heirs, value, excerpt } = root;
  if (isReferring(excerpt)) return common;
  if (heirs.size === 0) return undefined;
  if (value === undefined || isOfAnotherApi(root, common, roots)) return common;
  const own = new Set([...heirs].map(({ path }) => pointerOf(path)));
  const isShared = ({ path }: Part): boolean => own.has(pointerOf(path));
  return roots.find((other) => !isSame(other, root) && [...other.heirs].some(isShared));
}

/** True where a path item is a reference, whose operations other excerpts may have, too. */
function isReferring({ parts }: Excerpt): boolean {
  return parts.some(({ path }) => path[0] !== "components" && path[2] === "$ref");
}

/** Hosts may write the title of each page as that of the API; where they do not, another title is another API. */
function isOfAnotherApi(root: Root, common: Root, roots: readonly Root[]): boolean {
  const titles = new Set(roots.filter((one) => isSame(one, common)).map(apiTitle));
  return titles.size === 1 && !titles.has(apiTitle(root));
}

function apiTitle({ excerpt }: Root): unknown {
  const info = excerpt.parts.find(({ path }) => isTop(path, "info"))?.value;
  return isObject(info) ? (info as { readonly title?: unknown }).title : undefined;
}

/** The excerpt with the common root, and with its own one at its operations. */
function withRoot({ excerpt, key, value, heirs }: Root, common: Root, keepsOwn: boolean): Excerpt {
  const top = common.excerpt.parts.find(({ path }) => isTop(path, key));
  const parts = excerpt.parts.flatMap((part) => {
    if (isTop(part.path, key)) return top ?? [];
    if (!keepsOwn || !heirs.has(part)) return part;
    return { ...part, value: { ...(part.value as object), [key]: value } };
  });
  return { source: excerpt.source, parts };
}
