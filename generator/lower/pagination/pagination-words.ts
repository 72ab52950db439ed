/**
 * How parameters and properties are usually called that read a list page by page, the surest first. Each word stands
 * for its spellings: `next_token`, `nextToken`, `NextToken`, `next-token`; what is no word is taken as it is.
 */

/** Ranks by name; the lowest is the surest. */
export type Words = ReadonlyMap<string, number>;

export const SIZES = words(
  "limit",
  "per_page",
  "page_size",
  "size",
  "max_results",
  "page_limit",
  "page[size]",
  "page[limit]",
  "first",
  "count",
  "take",
  "$top",
);
/** Those of the cursors that take the id of the last item where the answer names no cursor: Stripe's way. */
export const ID_CURSORS = words("starting_after", "after_id");
export const CURSORS = words(
  "cursor",
  "page_token",
  "next_token",
  "next_cursor",
  "continuation_token",
  "after",
  "start_cursor",
  "page_cursor",
  "pagination_token",
  "marker",
  "continue",
  "page[cursor]",
  "page[after]",
  ...ID_CURSORS.keys(),
);
export const NEXT_CURSORS = words(
  "next_cursor",
  "next_page_token",
  "next_token",
  "continuation_token",
  "next_marker",
  "end_cursor",
  "cursor",
  "continue",
  "after",
  "starting_after",
  "next",
);
/** Cursors only where the answer says, too, whether there is more: they never end. */
export const LAST_IDS = words("last_id");
export const NEXT_LINKS = words(
  "next",
  "next_page",
  "next_link",
  "next_url",
  "next_uri",
  "next_page_url",
  "next_page_uri",
  "next_page_link",
  "href",
  "@odata.nextLink",
);
/** What the next page is called: the end is where there is none. */
export const NEXT_PAGES = words("next_page");
export const OFFSETS = words("offset", "skip", "start_at", "page[offset]", "$skip");
export const PAGES = words("page", "page_number", "page[number]");
/** Counted from 0 or from 1: only where the document says which. */
export const INDEXES = words("page_index", "index");
export const MORE = words("has_more", "has_next", "has_next_page", "next_page", "more");
export const LISTS = words(
  "data",
  "items",
  "results",
  "result",
  "records",
  "entries",
  "values",
  "value",
  "elements",
  "content",
  "list",
);
/** Lists beside the one that is meant. */
export const ASIDES = words("errors", "warnings", "messages", "links", "_links");
export const WRAPPERS = words(
  "pagination",
  "paging",
  "page",
  "pages",
  "meta",
  "metadata",
  "page_info",
  "pagination_info",
  "result_info",
  "page_meta",
  "page_metadata",
  "list_meta",
  "list_metadata",
  "response_metadata",
  "_meta",
  "_metadata",
  "cursor",
  "cursors",
  "next",
  "next_page",
  "links",
  "_links",
);

/** The thing with the surest name of those that pass; the first of several. */
export function surest<Thing>(
  things: readonly Thing[],
  words: Words,
  nameOf: (thing: Thing) => string,
  test: (thing: Thing) => boolean = () => true,
): Thing | undefined {
  let best: Thing | undefined;
  let least = Infinity;
  for (const thing of things) {
    const rank = words.get(nameOf(thing));
    if (rank === undefined || rank >= least || !test(thing)) continue;
    best = thing;
    least = rank;
  }
  return best;
}

function words(...names: readonly string[]): Words {
  const ranks = new Map<string, number>();
  for (const name of names)
    for (const spelling of spellings(name))
      if (!ranks.has(spelling)) ranks.set(spelling, ranks.size);
  return ranks;
}

function spellings(name: string): readonly string[] {
  const [first = "", ...others] = name.split("_");
  if (!/^[a-z]/.test(name) || /[^a-z_]/.test(name)) return [name];
  const rest = others.map(capital).join("");
  return [name, first + rest, capital(first) + rest, name.replaceAll("_", "-")];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
