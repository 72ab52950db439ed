import type { Operation, Pagination, Schema } from "../../model.ts";
import type { Context } from "../context.ts";
import { listIn, membersOf, propertiesOf } from "./page-answer.ts";
import { nextCursor } from "./next-cursor.ts";
import { NOTHING } from "./page-shape.ts";
import { CURSORS, surest } from "./pagination-words.ts";
import { isText } from "./query-fields.ts";

/**
 * A search that is sent as a body, `POST /search` with `{ query, cursor }`: read on by a cursor in that body, and by
 * nothing else, as a number may mean anything there.
 */
export function pagesByBody(
  context: Context,
  { body }: Operation,
  answer: Schema,
): Pagination | undefined {
  const [content, ...others] = body?.contents ?? [];
  if (content?.kind !== "json" || others.length > 0) return undefined;
  const fields = propertiesOf(context, content.schema);
  const field = surest(
    fields,
    CURSORS,
    ({ name }) => name,
    ({ schema }) => isText(context, schema),
  );
  if (field === undefined) return undefined;
  const list = listIn(context, answer);
  if (list === undefined) return undefined;
  const found = nextCursor(context, membersOf(context, answer), field.name);
  const shape = { ...list, ...NOTHING, size: undefined };
  return found && { ...shape, ...found, kind: "bodyCursor", parameter: field.name };
}
