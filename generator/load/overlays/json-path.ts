import {
  JSONPathEnvironment,
  JSONPathError,
  type JSONPathQuery,
  type JSONPathNode,
  jsonpath,
} from "json-p3";
import { fail } from "../../diagnostics.ts";
import { isRecord } from "../../json-value.ts";
import type { Source } from "../../source.ts";
import { suggest } from "../../suggest.ts";
import type { Path } from "./overlaid-tree.ts";

const environment = new JSONPathEnvironment({ strict: true });

type Json = Parameters<JSONPathQuery["query"]>[0];

/**
 * The paths of the values that a JSONPath expression (RFC 9535) selects, each once, in the order of the expression.
 * Diagnostic: `overlay-invalid`, at the place of the expression.
 */
export function selectPaths(
  expression: string,
  value: unknown,
  at: { readonly source: Source; readonly pointer: string },
): readonly Path[] {
  try {
    const nodes = [...environment.compile(expression).query(value as Json)];
    return [
      ...new Map(nodes.map((node) => [JSON.stringify(node.location), node.location])).values(),
    ];
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    const problem = `this is not a JSONPath expression that can be used (${error.message})`;
    return fail("overlay-invalid", at, { problem });
  }
}

/** Sorts paths so that none comes before one inside of it, nor before a later item of the same array. */
export function compareFromBehind(a: Path, b: Path): number {
  for (const [at, key] of a.entries()) {
    const other = b[at];
    if (other === undefined) break;
    if (key === other) continue;
    if (typeof key === "number" && typeof other === "number") return other - key;
    return String(key) < String(other) ? -1 : 1;
  }
  return b.length - a.length;
}

/** What an expression that selects nothing most likely meant, or as far as it leads. */
export function nearestMatch(expression: string, value: unknown): string | undefined {
  const { segments } = environment.compile(expression);
  const { count, nodes } = longestMatch(expression, value);
  const prefix = textOf(segments.slice(0, count));
  const name = segments[count]?.selectors.find(
    (one) => one instanceof jsonpath.selectors.NameSelector,
  );
  const near = name === undefined ? undefined : suggest(name.name, new Set(nodes.flatMap(keysOf)));
  if (near === undefined) return count === 0 ? undefined : prefix;
  return `${prefix}${segmentOf(near)}${textOf(segments.slice(count + 1)).slice(1)}`;
}

interface Match {
  /** How many segments of the expression lead somewhere. */
  readonly count: number;
  readonly nodes: readonly JSONPathNode[];
}

function longestMatch(expression: string, value: unknown): Match {
  const { segments } = environment.compile(expression);
  for (let count = segments.length - 1; count > 0; count--) {
    const nodes = [...environment.compile(textOf(segments.slice(0, count))).query(value as Json)];
    if (nodes.length > 0) return { count, nodes };
  }
  return { count: 0, nodes: [...environment.compile("$").query(value as Json)] };
}

function textOf(segments: JSONPathQuery["segments"]): string {
  return `$${segments.map(String).join("")}`;
}

function keysOf({ value }: JSONPathNode): readonly string[] {
  return isRecord(value) ? Object.keys(value) : [];
}

function segmentOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `['${name.replace(/[\\']/g, "\\$&")}']`;
}
