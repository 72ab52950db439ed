/** A fenced code block of a Markdown page (CommonMark 0.31, section 4.5). */
export interface Fence {
  /** The first word behind the fence, or an empty string. */
  readonly lang: string;
  /** The rest of that line, as in `/api-reference/v2.json get /events`. */
  readonly meta: string;
  readonly text: string;
  /** The page's line, 1-based, on which `text` begins. */
  readonly line: number;
  /** True for a block that the end of the page ends: the page may be cut off. */
  readonly isOpen?: boolean;
}

/**
 * All fenced code blocks, in the order of the page, those inside lists and quotes too. Read line by line: a Markdown
 * parser takes seconds for a page of some megabytes, of which there are many on a docs site, and gives the same blocks.
 */
export function fencesOf(page: string): readonly Fence[] {
  const lines = page.replace(/\r?\n$/, "").split("\n");
  const fences: Fence[] = [];
  for (let at = 0; at < lines.length; at++) {
    const opening = readOpening(lines[at] ?? "");
    if (opening === undefined) continue;
    const end = findEnd(lines, at + 1, opening);
    const text = lines.slice(at + 1, end).map((line) => contentOf(line, opening));
    const fence = { ...opening.info, text: text.join("\n"), line: at + 2 };
    fences.push(end === lines.length ? { ...fence, isOpen: true } : fence);
    // The line that ends a block belongs to it, unless it stands outside of the quote around it.
    at = isInside(lines[end] ?? "", opening) ? end : end - 1;
  }
  return fences;
}

interface Opening {
  readonly marker: string;
  /** How many `>` stand in front of each line. */
  readonly quotes: number;
  /** How many columns a list, or the fence itself, moves each line to the right. */
  readonly indent: number;
  readonly info: Pick<Fence, "lang" | "meta">;
}

const opening =
  /^((?:[ \t]*>)*)([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}(?=[^`]*$)|~{3,})[ \t]*(\S*)[ \t]*(.*?)\s*$/;

function readOpening(line: string): Opening | undefined {
  // Nearly all lines are none, and this costs less than the expression.
  if (!line.includes("```") && !line.includes("~~~")) return undefined;
  const [, quotes = "", before = "", marker, lang = "", meta = ""] = opening.exec(line) ?? [];
  if (marker === undefined) return undefined;
  const indent = quotes === "" ? before.length : before.replace(/^[ \t]/, "").length;
  return { marker, quotes: quotes.split(">").length - 1, indent, info: { lang, meta } };
}

/** The line that closes a block, or the one behind it where none does. */
function findEnd(lines: readonly string[], from: number, opening: Opening): number {
  const { marker, quotes, indent } = opening;
  // Further to the right, it belongs to the text: a description in YAML may have blocks of its own.
  const closing = new RegExp(`^[ \\t]{0,${indent + 3}}[${marker[0]}]{${marker.length},}\\s*$`);
  for (let at = from; at < lines.length; at++) {
    const inner = withoutQuotes(lines[at] ?? "", quotes);
    if (inner === undefined || closing.test(inner)) return at;
  }
  return lines.length;
}

function isInside(line: string, { quotes }: Opening): boolean {
  return withoutQuotes(line, quotes) !== undefined;
}

function contentOf(line: string, { quotes, indent }: Opening): string {
  const inner = withoutQuotes(line, quotes) ?? line;
  const blank = /^[ \t]*/.exec(inner)?.[0].length ?? 0;
  return inner.slice(Math.min(blank, indent)).replace(/\r$/, "");
}

/** A line without the marks of the quotes around it; undefined for one that stands outside of them. */
function withoutQuotes(line: string, quotes: number): string | undefined {
  if (quotes === 0) return line;
  const found = new RegExp(`^(?:[ \\t]*>){${quotes}}[ \\t]?`).exec(line)?.[0];
  return found === undefined ? undefined : line.slice(found.length);
}
