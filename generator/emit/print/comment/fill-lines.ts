/** Words set into lines. */

/**
 * Words into lines of at most `width` columns, more only for a longer word. Code spans count as words with their
 * spaces, unless they are too long to be kept whole; a line never starts with what would begin another block.
 */
export function fillLines(text: string, width: number): string[] {
  const words = text.includes("  ") ? text.replace(/ {2,}/g, " ").trim() : text;
  const spans = codeSpans(words);
  const lines: string[] = [];
  let start = 0;
  while (words.length - start > width) {
    while ((spans.at(-1)?.end ?? Infinity) <= start) spans.pop();
    const end = endOfLine(words, start, width, spans);
    if (end < 0) break;
    lines.push(words.slice(start, end));
    start = end + 1;
  }
  lines.push(words.slice(start));
  return lines;
}

/** Where the last word ends that fits on a line which begins at `start`; -1 when the rest is one word. */
function endOfLine(text: string, start: number, width: number, spans: readonly Span[]): number {
  const last = text.lastIndexOf(" ", start + width);
  const inside = spanAt(spans, last);
  let end = inside === undefined ? last : inside.start - 1;
  if (end <= start) end = nextEnd(text, start, spans);
  while (end >= 0 && beginsBlock(text, end + 1)) end = nextEnd(text, end, spans);
  return end;
}

/** Where the word after a position ends; -1 at the end of the text. */
function nextEnd(text: string, position: number, spans: readonly Span[]): number {
  const space = text.indexOf(" ", position + 1);
  const { end } = spanAt(spans, space) ?? { end: space };
  return end < text.length ? end : -1;
}

/** A code span with what is attached to it. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span around a position, of those that end behind the start of the line: the next one comes last. */
function spanAt(spans: readonly Span[], position: number): Span | undefined {
  for (let index = spans.length - 1; index >= 0; index -= 1) {
    const span = spans[index] as Span;
    if (span.start >= position) return undefined;
    if (span.end > position) return span;
  }
  return undefined;
}

/** The code spans of several words, from the last to the first. */
function codeSpans(text: string): Span[] {
  const spans: Span[] = [];
  let open = oddWord(text, 0);
  while (open !== undefined) {
    const close = oddWord(text, open.end);
    const whole = close !== undefined && close.end - open.start <= longestSpan;
    if (whole) spans.push({ start: open.start, end: close.end });
    open = whole ? oddWord(text, close.end) : close;
  }
  return spans.toReversed();
}

const longestSpan = 160;

/** The next word with an odd number of backticks: a span begins or ends inside. */
function oddWord(text: string, from: number): Span | undefined {
  let at = text.indexOf("`", from);
  while (at >= 0) {
    const start = text.lastIndexOf(" ", at) + 1;
    const space = text.indexOf(" ", at);
    const end = space < 0 ? text.length : space;
    let odd = false;
    for (; at >= 0 && at < end; at = text.indexOf("`", at + 1)) odd = !odd;
    if (odd) return { start, end };
  }
  return undefined;
}

function beginsBlock(text: string, start: number): boolean {
  if (!blockMarks.includes(text.charAt(start))) return false;
  const end = text.indexOf(" ", start);
  return startsBlock.test(text.slice(start, end < 0 ? text.length : end));
}

const blockMarks = "-+*0123456789#>|`~=";

/** A word that would begin a list, a heading, a quote, code or an underline if it came first on a line. */
const startsBlock = /^(?:[-+*]|\d{1,9}[.)]|#{1,6}|[>|].*|`{3,}.*|~{3,}.*|=+|-+)$/;
