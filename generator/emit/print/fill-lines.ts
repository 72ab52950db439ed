/** Words set into lines. */

/** Words into lines of at most `width` columns, more only for a longer word. */
export function fillLines(text: string, width: number): string[] {
  if (text.includes("`") || text.includes("  ")) return fillWords(splitWords(text), width);
  const lines: string[] = [];
  let start = 0;
  while (text.length - start > width) {
    const end = endOfLine(text, start, width);
    if (end < 0) break;
    lines.push(text.slice(start, end));
    start = end + 1;
  }
  lines.push(text.slice(start));
  return lines;
}

/** Where the last word ends that fits on a line which begins at `start`; -1 when the rest is one word. */
function endOfLine(text: string, start: number, width: number): number {
  let end = text.lastIndexOf(" ", start + width);
  if (end <= start) end = text.indexOf(" ", start + 1);
  while (end >= 0 && startsBlock.test(wordAt(text, end + 1))) end = text.indexOf(" ", end + 1);
  return end;
}

function wordAt(text: string, start: number): string {
  const end = text.indexOf(" ", start);
  return text.slice(start, end < 0 ? text.length : end);
}

function fillWords(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of words) {
    if (current === "") current = word;
    else if (current.length + 1 + word.length <= width || startsBlock.test(word)) {
      current += ` ${word}`;
    } else {
      lines.push(current);
      current = word;
    }
  }
  if (current !== "") lines.push(current);
  return lines;
}

/** Code spans count as words with their spaces, unless they are too long to be kept whole. */
function splitWords(text: string): string[] {
  return joinCodeSpans(text.match(/[^ ]+/g) ?? []);
}

function joinCodeSpans(words: readonly string[]): string[] {
  const joined: string[] = [];
  let index = 0;
  while (index < words.length) {
    const end = opensSpan(words[index] ?? "") ? endOfSpan(words, index) : index + 1;
    joined.push(end === index + 1 ? (words[index] ?? "") : words.slice(index, end).join(" "));
    index = end;
  }
  return joined;
}

/** The index after the word that closes the code span which word `start` opens; the next one if none is near. */
function endOfSpan(words: readonly string[], start: number): number {
  let length = words[start]?.length ?? 0;
  for (let index = start + 1; index < words.length; index += 1) {
    const word = words[index] ?? "";
    length += 1 + word.length;
    if (length > longestSpan) break;
    if (opensSpan(word)) return index + 1;
  }
  return start + 1;
}

/** An odd number of backticks: a span begins or ends inside. */
function opensSpan(word: string): boolean {
  let odd = false;
  for (let at = word.indexOf("`"); at >= 0; at = word.indexOf("`", at + 1)) odd = !odd;
  return odd;
}

const longestSpan = 160;

/** A word that would begin a list, a heading, a quote, code or an underline if it came first on a line. */
const startsBlock = /^(?:[-+*]|\d{1,9}[.)]|#{1,6}|[>|].*|`{3,}.*|~{3,}.*|=+|-+)$/;
