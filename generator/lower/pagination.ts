import type { ObjectSchema, Operation, Pagination, Property, Schema } from "../model.ts";
import type { PaginationConfig } from "../options.ts";
import { UNKNOWN } from "./basics.ts";
import type { Context } from "./context.ts";
import { intersectionOf } from "./intersection.ts";
import {
  CURSORS,
  ID_CURSORS,
  LAST_IDS,
  LISTS,
  MORE,
  NEXT_CURSORS,
  SIZES,
  WRAPPERS,
} from "./pagination-words.ts";
import { lowerSchema } from "./schema.ts";

/**
 * Recognises a list that is read page by page: a query parameter that says where to go on, and an answer that holds
 * the items and says what comes next. Only what both sides agree on counts; a wrong guess would loop or lose items.
 */
export function recognisePagination(
  context: Context,
  operation: Operation,
): Pagination | undefined {
  const configured = configuredPages(context, operation);
  if (configured === false || (configured === undefined && operation.method !== "GET")) {
    return undefined;
  }
  const answer = successSchema(operation);
  if (answer === undefined) return undefined;
  if (configured !== undefined) return pagesOf(context, answer, configured);
  const list = itemsOf(context, answer);
  if (list === undefined) return undefined;
  const shape = { ...list, size: queryName(operation, SIZES) };
  return (
    byCursor(context, operation, answer, shape) ??
    byLastItem(context, operation, answer, shape) ??
    byLink(context, answer, shape) ??
    byNumber(operation, shape)
  );
}

/** What the configuration says of an operation, by its id or its method and path. */
function configuredPages(
  context: Context,
  { operationId, method, path }: Operation,
): false | PaginationConfig | undefined {
  const { pagination } = context.facts;
  if (pagination === undefined) return undefined;
  const key = [operationId, `${method} ${path}`].find(
    (name) => name !== undefined && Object.hasOwn(pagination, name),
  );
  return key === undefined ? undefined : pagination[key];
}

/** Takes the configuration at its word; only the type of an item is looked up. */
function pagesOf(context: Context, answer: Schema, config: PaginationConfig): Pagination {
  const { by: kind, parameter } = config;
  const items = wayOf(config.items) ?? [];
  const list = items.reduce<Schema>((schema, name) => memberOf(context, schema, name), answer);
  const meant = resolve(context, list);
  const item: Schema = meant?.kind === "array" ? meant.items : UNKNOWN;
  return {
    kind,
    parameter,
    items,
    item,
    next: wayOf(config.next),
    more: wayOf(config.more),
    size: undefined,
  };
}

function wayOf(dotted: string | undefined): readonly string[] | undefined {
  return dotted?.split(".");
}

type Shape = Pick<Pagination, "items" | "item" | "size">;

/** A step into an answer: the way, and the property at its end. */
interface Found {
  readonly path: readonly string[];
  readonly property: Property;
}

function byCursor(
  context: Context,
  operation: Operation,
  answer: Schema,
  shape: Shape,
): Pagination | undefined {
  const parameter = queryName(operation, CURSORS);
  if (parameter === undefined) return undefined;
  const more = find(context, answer, MORE, (schema) => hasType(context, schema, "boolean"));
  const cursors = NEXT_CURSORS.filter((name) => name !== "next" || parameter !== "after");
  const names = more === undefined ? cursors : cursors.concat(LAST_IDS);
  const next = find(context, answer, names, (schema) => hasType(context, schema, "string"));
  if (next === undefined) return undefined;
  return { kind: "cursor", parameter, next: next.path, more: more?.path, ...shape };
}

/** No cursor in the answer: the id of its last item is one. */
function byLastItem(
  context: Context,
  operation: Operation,
  answer: Schema,
  shape: Shape,
): Pagination | undefined {
  const parameter = queryName(operation, ID_CURSORS);
  const more = find(context, answer, MORE, (schema) => hasType(context, schema, "boolean"));
  const hasId = propertiesOf(context, shape.item).some(({ name }) => name === "id");
  return parameter === undefined || more === undefined || !hasId
    ? undefined
    : { kind: "lastItem", parameter, next: ["id"], more: more.path, ...shape };
}

function byLink(context: Context, answer: Schema, shape: Shape): Pagination | undefined {
  const next = find(
    context,
    answer,
    ["next", "next_page", "next_url", "next_page_url", "nextLink", "@odata.nextLink"],
    isLink(context),
  );
  return next === undefined
    ? undefined
    : { kind: "link", parameter: undefined, next: next.path, more: undefined, ...shape };
}

/** A string counts as a link where the document says `format: uri` or the property is called one. */
function isLink(context: Context): (schema: Schema, found: Found) => boolean {
  return (schema, { path, property }) =>
    hasType(context, schema, "string") &&
    (property.docs.format === "uri" ||
      /link|url/i.test(property.name) ||
      (path.at(-2) ?? "").endsWith("links"));
}

function byNumber(operation: Operation, shape: Shape): Pagination | undefined {
  if (shape.size === undefined) return undefined;
  const offset = queryName(operation, ["offset", "skip"], "number");
  if (offset !== undefined)
    return { kind: "offset", parameter: offset, next: undefined, more: undefined, ...shape };
  const page = queryName(operation, ["page", "page_number", "pageNumber"], "number");
  return page === undefined
    ? undefined
    : { kind: "page", parameter: page, next: undefined, more: undefined, ...shape };
}

function queryName(
  operation: Operation,
  names: readonly string[],
  type?: "number",
): string | undefined {
  const queries = operation.parameters.filter(
    (one) => one.in === "query" && (type === undefined || isNumeric(one.schema)),
  );
  const known = new Set(queries.map(({ name }) => name));
  return known.size === 0 ? undefined : names.find((name) => known.has(name));
}

function isNumeric(schema: Schema): boolean {
  return schema.kind === "number" || (schema.kind === "union" && schema.members.some(isNumeric));
}

/** The schema of the one JSON answer of a successful call. */
function successSchema(operation: Operation): Schema | undefined {
  const success = operation.responses.filter(
    ({ status, range }) => status !== "default" && isSuccess(status, range),
  );
  const [only, ...others] = success.flatMap(({ contents }) => contents);
  return others.length === 0 && only?.kind === "json" ? only.schema : undefined;
}

function isSuccess(status: number, range: boolean): boolean {
  return range ? status === 2 : status >= 200 && status < 300;
}

/** The list in an answer: the answer itself, a property with a usual name, or the only list there is. */
function itemsOf(context: Context, answer: Schema): Pick<Pagination, "items" | "item"> | undefined {
  const whole = resolve(context, answer);
  if (whole?.kind === "array") return { items: [], item: whole.items };
  const byName = new Map<string, Property[]>();
  for (const property of propertiesOf(context, answer)) {
    const known = byName.get(property.name);
    if (known === undefined) byName.set(property.name, [property]);
    else known.push(property);
  }
  const lists = [...byName].flatMap(([name, properties]) => {
    const schema = resolve(context, togetherOf(context, properties));
    return schema?.kind === "array" ? [{ name, item: schema.items }] : [];
  });
  const usual = LISTS.flatMap((name) => lists.filter((list) => list.name === name))[0];
  const found = usual ?? (lists.length === 1 ? lists[0] : undefined);
  return found === undefined ? undefined : { items: [found.name], item: found.item };
}

function memberOf(context: Context, schema: Schema, name: string): Schema {
  const all = propertiesOf(context, schema).filter((property) => property.name === name);
  return togetherOf(context, all);
}

/** What a member holds by all that is said of it: a page can be a general list and a list of something. */
function togetherOf(context: Context, properties: readonly Property[]): Schema {
  const schemas = properties.map((property) => resolve(context, property.schema) ?? UNKNOWN);
  return intersectionOf(schemas, context.typesOf);
}

/** A property of the answer, or of one of the objects that usually hold what is said about pages. */
function find(
  context: Context,
  answer: Schema,
  names: readonly string[],
  test: (schema: Schema, found: Found) => boolean,
): Found | undefined {
  const isWanted = ({ name }: Property): boolean => names.includes(name);
  const own = propertiesOf(context, answer);
  const inner = own
    .filter(({ name }) => WRAPPERS.has(name))
    .flatMap((wrapper) =>
      wrapped(context, wrapper)
        .filter(isWanted)
        .map((property) => ({ path: [wrapper.name, property.name], property })),
    );
  const deeper = own
    .filter(({ name }) => name === "links" || name === "meta")
    .flatMap((outer) =>
      wrapped(context, outer)
        .filter(({ name }) => WRAPPERS.has(name))
        .flatMap((wrapper) =>
          wrapped(context, wrapper)
            .filter(isWanted)
            .map((property) => ({ path: [outer.name, wrapper.name, property.name], property })),
        ),
    );
  const all: readonly Found[] = [
    ...own.filter(isWanted).map((property) => ({ path: [property.name], property })),
    ...inner,
    ...deeper,
  ];
  return names
    .flatMap((name) => all.filter((found) => found.property.name === name))
    .find((found) => test(found.property.schema, found));
}

function wrapped(context: Context, wrapper: Property): readonly Property[] {
  return propertiesOf(context, wrapper.schema);
}

function hasType(context: Context, schema: Schema, type: "string" | "boolean"): boolean {
  const meant = resolve(context, schema);
  return meant !== undefined && meant.kind !== "unknown" && context.typesOf(meant).has(type);
}

function propertiesOf(context: Context, schema: Schema, depth = 0): readonly Property[] {
  const meant = resolve(context, schema);
  if (meant === undefined || depth > 4) return [];
  if (meant.kind === "object") return (meant satisfies ObjectSchema).properties;
  if (meant.kind === "intersection")
    return meant.members.flatMap((member) => propertiesOf(context, member, depth + 1));
  return [];
}

/** What a reference stands for; a nullable thing without its null. */
function resolve(context: Context, schema: Schema, depth = 0): Schema | undefined {
  if (depth > 8) return undefined;
  if (schema.kind === "reference") {
    const entry = context.registry.get(schema.target);
    if (entry === undefined) return undefined;
    const lowered =
      entry.schema ?? lowerSchema(context, entry.node, { direction: "response", as: "json" });
    return resolve(context, lowered, depth + 1);
  }
  if (schema.kind !== "union") return schema;
  const members = schema.members.filter(({ kind }) => kind !== "null");
  const [only] = members;
  return members.length === 1 && only !== undefined ? resolve(context, only, depth + 1) : schema;
}
