/** How parameters and properties are usually called that read a list page by page, the surest first. */

export const SIZES = [
  "limit",
  "per_page",
  "perPage",
  "page_size",
  "pageSize",
  "size",
  "max_results",
  "maxResults",
  "first",
  "count",
  "take",
];
export const CURSORS = [
  "cursor",
  "page_token",
  "pageToken",
  "next_token",
  "nextToken",
  "next_cursor",
  "continuation_token",
  "continuationToken",
  "after",
  "start_cursor",
  "page_cursor",
  "marker",
  "starting_after",
  "after_id",
  "afterId",
];
/** Those of them that take the id of the last item where the answer names no cursor: Stripe's way. */
export const ID_CURSORS = ["starting_after", "after_id", "afterId"];
export const NEXT_CURSORS = [
  "next_cursor",
  "nextCursor",
  "next_page_token",
  "nextPageToken",
  "next_token",
  "nextToken",
  "continuation_token",
  "continuationToken",
  "next_marker",
  "end_cursor",
  "cursor",
  "after",
  "starting_after",
  "next",
];
/** Cursors only where the answer says, too, whether there is more: they never end. */
export const LAST_IDS = ["last_id", "lastId"];
export const NEXT_LINKS = [
  "next",
  "next_page",
  "next_url",
  "next_page_url",
  "nextLink",
  "@odata.nextLink",
];
/** What the next page is called: the end is where there is none. */
export const NEXT_PAGES = ["next_page", "nextPage"];
export const OFFSETS = ["offset", "skip"];
export const PAGES = ["page", "page_number", "pageNumber"];
export const MORE = [
  "has_more",
  "hasMore",
  "has_next",
  "hasNext",
  "has_next_page",
  "hasNextPage",
  "next_page",
  "more",
];
export const LISTS = [
  "data",
  "items",
  "results",
  "records",
  "entries",
  "values",
  "value",
  "elements",
  "content",
  "list",
];
export const WRAPPERS = new Set([
  "pagination",
  "paging",
  "page",
  "pages",
  "meta",
  "page_info",
  "pageInfo",
  "response_metadata",
  "cursor",
  "cursors",
  "next",
  "links",
  "_links",
]);
