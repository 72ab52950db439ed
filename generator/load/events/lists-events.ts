import { isAboutEvents, isEventType } from "./event-types.ts";

/**
 * True for a page with a table that lists event types: its header speaks of events, and a cell below is the name of one.
 * Read line by line, as a Markdown parser takes seconds for a page of some megabytes.
 */
export function listsEvents(page: string): boolean {
  let isListing = false;
  let before = "";
  for (const line of page.split("\n")) {
    if (isDelimiterRow(line)) isListing = before.includes("|") && isAboutEvents(before);
    else if (!line.includes("|")) isListing = false;
    else if (isListing && cellsOf(line).some(isEventType)) return true;
    before = line;
  }
  return false;
}

/** `| --- | :-: |` (GitHub Flavored Markdown, section 4.10), also in a quote. */
function isDelimiterRow(line: string): boolean {
  return /^[ \t>|:-]+\r?$/.test(line) && line.includes("-") && line.includes("|");
}

function cellsOf(row: string): readonly string[] {
  return row.split("|").map((cell) =>
    cell
      .trim()
      .replace(/^`+|`+$/g, "")
      .trim(),
  );
}
