import type { Operation, Pagination, Parameter } from "../../model.ts";
import type { Context } from "../context.ts";
import { propertiesOf } from "./page-answer.ts";
import { INDEXES, OFFSETS, PAGES, SIZES } from "./pagination-words.ts";
import type { Shape } from "./page-shape.ts";
import { type Field, fieldOf, isNumeric, queryFields } from "./query-fields.ts";

/** Counted items or pages, where the size of a page can be asked for: the answer need not say anything. */
export function pagesByNumber(
  context: Context,
  operation: Operation,
  shape: Shape,
): Pagination | undefined {
  return byNumber(queryFields(operation), shape) ?? byMember(context, operation, shape);
}

function byNumber(fields: readonly Field[], shape: Shape): Pagination | undefined {
  const size = fieldOf(fields, SIZES)?.name;
  if (size === undefined) return undefined;
  const offset = fieldOf(fields, OFFSETS, isNumeric);
  if (offset !== undefined) return { ...shape, size, kind: "offset", parameter: offset.name };
  const page = fieldOf(fields, PAGES, isNumeric) ?? fieldOf(fields, INDEXES, saysItsStart);
  if (page === undefined) return undefined;
  const start = isZeroBased(page) ? 0 : undefined;
  return { ...shape, size, kind: "page", parameter: page.name, start };
}

/**
 * One parameter that is an object whose members are spread over the query, as Spring's `Pageable`. Where such pages
 * begin is a setting of the server, so the document has to say it.
 */
function byMember(context: Context, operation: Operation, shape: Shape): Pagination | undefined {
  const found = operation.parameters.filter(isSpread).flatMap(({ name: within, schema }) => {
    const fields = propertiesOf(context, schema);
    const sure = fields.filter((field) => !PAGES.has(field.name) || saysItsStart(field));
    return byNumber(sure, { ...shape, within }) ?? [];
  });
  return found.length === 1 ? found[0] : undefined;
}

function isSpread(parameter: Parameter): boolean {
  const { style, explode, mediaType } = parameter;
  return parameter.in === "query" && style === "form" && explode && mediaType === undefined;
}

function saysItsStart(field: Field): boolean {
  return isNumeric(field) && (isZeroBased(field) || field.docs.default === 1);
}

/** As Spring's pages and most indexes are; counting them from 1 would lose the second page. */
function isZeroBased({ docs }: Field): boolean {
  const { default: first, description = "", constraints = [] } = docs;
  const least = constraints.find(([keyword]) => keyword === "minimum")?.[1];
  return (
    first === 0 ||
    (first === undefined && least === 0) ||
    /\b(?:zero|0)-(?:based|indexed)\b/i.test(description)
  );
}
