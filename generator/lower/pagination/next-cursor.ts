import type { Pagination } from "../../model.ts";
import type { Context } from "../context.ts";
import { find, type Found, hasType } from "./page-answer.ts";
import { LAST_IDS, MORE, NEXT_CURSORS } from "./pagination-words.ts";

/** What an answer says about the next page: where its cursor is, and whether there is one. */

/** Where the answer has what `parameter` is to be set to; a member that is called like it comes last, as it may repeat it. */
export function nextCursor(
  context: Context,
  members: readonly Found[],
  parameter: string,
): Pick<Pagination, "next" | "more"> | undefined {
  const more = moreIn(context, members);
  const isId = (found: Found): boolean => hasType(context, found, "string", "number");
  const next =
    find(members, NEXT_CURSORS, (found) => isCursor(context, found, parameter)) ??
    (more && find(members, LAST_IDS, isId)) ??
    members.find((found) => found.property.name === parameter && isId(found));
  return next && { next: next.path, more };
}

/** `next` may be the URL or the number of a page as well, beside `after` most of all. */
function isCursor(context: Context, found: Found, parameter: string): boolean {
  const { name, docs } = found.property;
  if (name !== "next") return hasType(context, found, "string", "number");
  const isSaid = parameter !== "after" || /\b(?:cursor|token)\b/i.test(docs.description ?? "");
  return isSaid && hasType(context, found, "string") && !isLink(context, found);
}

/** Where an answer says whether there is more. */
export function moreIn(context: Context, members: readonly Found[]): readonly string[] | undefined {
  return find(members, MORE, (found) => hasType(context, found, "boolean"))?.path;
}

/**
 * A string counts as a link by its format, its name, or what its description calls it; the `href` of HAL's and JSON:API's
 * link objects by where it stands.
 */
export function isLink(context: Context, found: Found): boolean {
  const { path, property } = found;
  const { format, description = "" } = property.docs;
  if (property.name === "href") return path.at(-2) === "next";
  return (
    hasType(context, found, "string") &&
    (format === "uri" ||
      /link|ur[li]/i.test(property.name) ||
      (path.at(-2) ?? "").endsWith("links") ||
      /\b(?:url|uri|link)\b/i.test(description))
  );
}
