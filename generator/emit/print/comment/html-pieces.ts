/** Where the HTML of a description is. */

/** Text as the author wrote it, or a tag. */
export type Piece = string | Tag;

export interface Tag {
  /** Lower case. */
  readonly name: string;
  readonly closes: boolean;
  /** All between the name and the end. */
  readonly attributes: string;
  /** As the author wrote it. */
  readonly source: string;
  /** What is between the two tags of the element; undefined when the other one is missing. */
  around?: "words" | "blocks";
}

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  (
    "address article aside blockquote br center dd details div dl dt footer h1 h2 h3 h4 h5 h6 header hr li main " +
    "nav ol p pre section summary ul"
  ).split(" "),
);

/** Elements around words. */
const INLINE = new Set("a b code em font i kbd samp span strong tt u var".split(" "));

export function isBlock(name: string): boolean {
  return BLOCKS.has(name);
}

/**
 * The pieces of a text in order; undefined when it has no HTML that Markdown can say.
 *
 * Code and HTML tables stay text (no cell of Markdown has two lines), and so do a `<br>` in a text with a table of
 * Markdown, where there is no other way to break a line, and elements that are not known.
 */
export function htmlPieces(text: string): readonly Piece[] | undefined {
  if (!text.includes("<")) return undefined;
  const tags = knownTags(text);
  if (tags.length === 0) return undefined;
  pair(tags);
  return cut(text, tags);
}

interface PlacedTag extends Tag {
  readonly start: number;
}

function knownTags(text: string): PlacedTag[] {
  const tags: PlacedTag[] = [];
  const hasTable = /\|\s{0,9}:?---/.test(text);
  let inTable = false;
  for (const match of text.matchAll(codeOrTag)) {
    const [source, slash, anyCase = "", attributes = ""] = match;
    const closes = slash === "/";
    const name = anyCase.toLowerCase();
    if (name === "table") inTable = !closes;
    if (inTable || !isKnown(name) || (name === "br" && hasTable)) continue;
    tags.push({ name, closes, attributes, source, start: match.index });
  }
  return tags;
}

/** Fenced code and code spans, of which nothing is looked at, or a tag: its slash, name and attributes. */
const codeOrTag = /`{3,}[^]*?`{3,}|`[^`\n]*`|<(\/?)([a-z][a-z0-9]*)((?:[\s/][^<>]*)?)>/gi;

function isKnown(name: string): boolean {
  return BLOCKS.has(name) || INLINE.has(name) || name === "img";
}

/** Finds the ends of elements: always the nearest, which is what people mean even where elements cross. */
function pair(tags: readonly PlacedTag[]): void {
  const open = new Map<string, { readonly tag: PlacedTag; readonly blocks: number }[]>();
  let blocks = 0;
  for (const tag of tags) {
    if (isBlock(tag.name)) blocks += 1;
    const opened = open.get(tag.name) ?? [];
    open.set(tag.name, opened);
    if (!tag.closes) opened.push({ tag, blocks });
    const start = tag.closes ? opened.pop() : undefined;
    if (start === undefined) continue;
    tag.around = start.tag.around = start.blocks === blocks ? "words" : "blocks";
  }
}

function cut(text: string, tags: readonly PlacedTag[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const tag of tags) {
    if (tag.start > end) pieces.push(text.slice(end, tag.start));
    pieces.push(tag);
    end = tag.start + tag.source.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}
