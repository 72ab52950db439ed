import { describe, expect, test } from "vitest";
import type { Pagination } from "../../generator/model.ts";
import { lowerValue } from "../properties/document.ts";

type Json = Readonly<Record<string, unknown>>;

const string = { type: "string" };
const integer = { type: "integer" };
const boolean = { type: "boolean" };
const object = (properties: Json): Json => ({ type: "object", properties });
const items = { type: "array", items: object({ id: string, name: string }) };
const url = { type: "string", format: "uri" };
const pageable = (page: Json): Json =>
  object({ page, size: integer, sort: { type: "array", items: string } });

/** How a list is read on whose parameters and answer are these. */
function pagesOf(
  parameters: Json,
  schema: unknown,
  headers: Json = {},
  schemas: Json = {},
): Pagination | undefined {
  const document = {
    openapi: "3.1.1",
    info: { title: "Lists", version: "1" },
    components: { schemas },
    paths: {
      "/things": {
        get: {
          parameters: Object.entries(parameters).map(([name, parameter]) => {
            return { name, in: "query", schema: parameter };
          }),
          responses: {
            200: { description: "", headers, content: { "application/json": { schema } } },
          },
        },
      },
    },
  };
  return lowerValue(document).operations[0]?.pagination;
}

interface Expected {
  readonly kind: Pagination["kind"];
  readonly parameter?: string;
  readonly within?: string;
  readonly items?: string;
  readonly next?: string;
  readonly more?: string;
  readonly start?: number;
}

const cursor = object({ data: items, next_cursor: string, has_more: boolean });
const recognised: readonly (readonly [string, Json, Json, Expected])[] = [
  [
    "WorkOS",
    { after: string, before: string, limit: integer },
    object({ data: items, list_metadata: object({ before: string, after: string }) }),
    { kind: "cursor", parameter: "after", items: "data", next: "list_metadata.after" },
  ],
  [
    "Slack",
    { cursor: string },
    object({ members: items, response_metadata: object({ next_cursor: string }) }),
    {
      kind: "cursor",
      parameter: "cursor",
      items: "members",
      next: "response_metadata.next_cursor",
    },
  ],
  [
    "Square",
    { cursor: string },
    object({ accounts: items, cursor: string, errors: items }),
    { kind: "cursor", parameter: "cursor", items: "accounts", next: "cursor" },
  ],
  [
    "Mailchimp",
    { offset: integer, count: integer },
    object({ lists: items, total_items: integer, _links: items }),
    { kind: "offset", parameter: "offset", items: "lists" },
  ],
  [
    "X",
    { pagination_token: string },
    object({ data: items, errors: items, meta: object({ next_token: string }) }),
    { kind: "cursor", parameter: "pagination_token", items: "data", next: "meta.next_token" },
  ],
  [
    "HERE",
    { pageToken: string },
    object({ data: items, pageToken: string }),
    { kind: "cursor", parameter: "pageToken", items: "data", next: "pageToken" },
  ],
  [
    "S3, which repeats the marker",
    { marker: string },
    object({ data: items, marker: string, next_marker: string }),
    { kind: "cursor", parameter: "marker", items: "data", next: "next_marker" },
  ],
  [
    "Deck",
    { cursor: string },
    cursor,
    { kind: "cursor", parameter: "cursor", items: "data", next: "next_cursor", more: "has_more" },
  ],
  [
    "Google",
    { pageToken: string },
    object({ things: items, nextPageToken: string }),
    { kind: "cursor", parameter: "pageToken", items: "things", next: "nextPageToken" },
  ],
  [
    "AWS",
    { NextToken: string },
    object({ Things: items, NextToken: string }),
    { kind: "cursor", parameter: "NextToken", items: "Things", next: "NextToken" },
  ],
  [
    "Kubernetes",
    { continue: string },
    object({ metadata: object({ continue: string }), items }),
    { kind: "cursor", parameter: "continue", items: "items", next: "metadata.continue" },
  ],
  [
    "HubSpot",
    { after: string },
    object({ results: items, paging: object({ next: object({ after: string }) }) }),
    { kind: "cursor", parameter: "after", items: "results", next: "paging.next.after" },
  ],
  [
    "OpenAI",
    { after: string },
    object({ data: items, last_id: string, has_more: boolean }),
    { kind: "cursor", parameter: "after", items: "data", next: "last_id", more: "has_more" },
  ],
  [
    "Stripe",
    { starting_after: string },
    object({ data: items, has_more: boolean }),
    { kind: "lastItem", parameter: "starting_after", items: "data", next: "id", more: "has_more" },
  ],
  [
    "Figma",
    { after: integer },
    object({ meta: object({ styles: items, cursor: object({ after: integer }) }) }),
    { kind: "cursor", parameter: "after", items: "meta.styles", next: "meta.cursor.after" },
  ],
  [
    "Twilio",
    { Page: integer },
    object({ calls: items, next_page_uri: url }),
    { kind: "link", items: "calls", next: "next_page_uri" },
  ],
  [
    "Django REST framework",
    { cursor: string },
    object({ next: url, results: items }),
    { kind: "link", items: "results", next: "next" },
  ],
  [
    "Microsoft Graph",
    { $top: integer },
    object({ value: items, "@odata.nextLink": string }),
    { kind: "link", items: "value", next: "@odata.nextLink" },
  ],
  [
    "JSON:API",
    { "page[size]": integer },
    object({ data: items, links: object({ next: string }) }),
    { kind: "link", items: "data", next: "links.next" },
  ],
  [
    "HAL",
    { page: integer, size: integer },
    object({
      _embedded: object({ pets: items }),
      _links: object({ self: object({ href: string }), next: object({ href: string }) }),
    }),
    { kind: "link", items: "_embedded.pets", next: "_links.next.href" },
  ],
  [
    "Spotify",
    { offset: integer },
    object({
      albums: object({ items, next: { ...string, description: "The URL of the next page." } }),
    }),
    { kind: "link", items: "albums.items", next: "albums.next" },
  ],
  [
    "next_page",
    { page: integer },
    object({ data: items, next_page: { type: ["integer", "null"] } }),
    { kind: "cursor", parameter: "page", items: "data", next: "next_page" },
  ],
  [
    "Jira",
    { startAt: integer, maxResults: integer },
    object({ values: items }),
    { kind: "offset", parameter: "startAt", items: "values" },
  ],
  [
    "Spring",
    { page: { ...integer, default: 0, minimum: 0 }, size: integer },
    object({ content: items }),
    { kind: "page", parameter: "page", items: "content", start: 0 },
  ],
  [
    "Spring's Pageable",
    { pageable: pageable({ ...integer, minimum: 0 }) },
    object({
      content: items,
      pageable: object({ sort: { type: "array", items: string } }),
      totalPages: integer,
      number: integer,
      last: boolean,
    }),
    { kind: "page", within: "pageable", parameter: "page", items: "content", start: 0 },
  ],
  [
    "Asana",
    { limit: integer, offset: string },
    object({
      data: items,
      next_page: { ...object({ offset: string, path: string, uri: url }), nullable: true },
    }),
    { kind: "cursor", parameter: "offset", items: "data", next: "next_page.offset" },
  ],
  [
    "ASP.NET Core",
    { PageNumber: integer, PageSize: integer },
    items,
    { kind: "page", parameter: "PageNumber", items: "" },
  ],
  [
    "eShop",
    { PageIndex: { ...integer, default: 0 }, PageSize: integer },
    object({ data: items }),
    { kind: "page", parameter: "PageIndex", items: "data", start: 0 },
  ],
];

describe("a list is read on", () => {
  test.each(recognised)("as %s means it", (_, parameters, schema, expected) => {
    const pages = pagesOf(parameters, schema);
    expect(shown(pages)).toEqual({ items: "", ...expected });
  });

  test("by a documented Link header, as GitHub means it", () => {
    const pages = pagesOf({ page: integer, per_page: integer }, items, {
      Link: { schema: string },
    });
    expect(shown(pages)).toEqual({ kind: "link", items: "" });
  });
});

describe("a search that is sent as a body", () => {
  const searchOf = (method: string, mediaTypes: readonly string[], body: unknown): unknown => {
    const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema: body }]));
    const answer = object({ results: items, next_cursor: string, has_more: boolean });
    const document = {
      openapi: "3.1.1",
      info: { title: "Searches", version: "1" },
      paths: {
        "/search": {
          [method]: {
            requestBody: { content },
            responses: {
              200: { description: "", content: { "application/json": { schema: answer } } },
            },
          },
        },
      },
    };
    return shown(lowerValue(document).operations[0]?.pagination);
  };
  const asked = object({ query: string, start_cursor: string });

  test("is read on by a cursor in that body, as Notion means it", () => {
    expect(searchOf("post", ["application/json"], asked)).toEqual({
      kind: "bodyCursor",
      parameter: "start_cursor",
      items: "results",
      next: "next_cursor",
      more: "has_more",
    });
  });

  test.each([
    ["without a cursor", "post", ["application/json"], object({ query: string })],
    ["with a number for it", "post", ["application/json"], object({ cursor: integer })],
    ["as a form", "post", ["application/x-www-form-urlencoded"], asked],
    ["as a form or JSON", "post", ["application/json", "multipart/form-data"], asked],
  ])("is one call %s", (_, method, mediaTypes, body) => {
    expect(searchOf(method, mediaTypes, body)).toEqual({ items: "" });
  });
});

const others: readonly (readonly [string, Json, Json])[] = [
  ["a cursor that the answer does not give", { cursor: string }, object({ data: items })],
  ["a cursor that no parameter takes", {}, cursor],
  [
    "two lists beside errors",
    { cursor: string },
    object({ cats: items, dogs: items, errors: items, cursor: string }),
  ],
  ["two lists", { cursor: string }, object({ cats: items, dogs: items, next_cursor: string })],
  [
    "two pages in one answer",
    { offset: integer, limit: integer },
    object({ cats: object({ items }), dogs: object({ items }) }),
  ],
  ["an id that is never empty", { after: string }, object({ data: items, last_id: string })],
  ["a next that may be anything", { after: string }, object({ data: items, next: string })],
  ["an index that begins nobody knows where", { pageIndex: integer, pageSize: integer }, items],
  ["a page whose size is fixed", { page: integer }, items],
  ["a page that is no number", { page: string, limit: integer }, items],
  ["a Pageable that begins nobody knows where", { pageable: pageable(integer) }, items],
  ["a Pageable whose page is no number", { pageable: pageable(string) }, items],
  [
    "a Pageable whose size is fixed",
    { pageable: object({ page: { ...integer, minimum: 0 } }) },
    items,
  ],
  [
    "two Pageables",
    { cats: pageable({ ...integer, minimum: 0 }), dogs: pageable({ ...integer, minimum: 0 }) },
    items,
  ],
  [
    "a text offset that the answer repeats",
    { offset: string, limit: integer },
    object({ data: items, offset: string }),
  ],
  [
    "a text offset that the answer counts on from",
    { offset: string, limit: integer },
    object({ data: items, next_page: object({ offset: integer }) }),
  ],
];

test("a thing with a Link header and a list of its own is no list in pages", () => {
  const field = object({ id: string, options: items });
  expect(pagesOf({}, field, { Link: { schema: string } })).toBeUndefined();
  expect(pagesOf({ per_page: integer }, field, { Link: { schema: string } })).toBeDefined();
});

test("an object that is not spread over the query asks for no page", () => {
  const schema = pageable({ ...integer, minimum: 0 });
  const operationOf = (parameter: Json): unknown => ({
    parameters: [{ name: "pageable", in: "query", ...parameter }],
    responses: { 200: { description: "", content: { "application/json": { schema: items } } } },
  });
  const document = {
    openapi: "3.1.1",
    info: { title: "Lists", version: "1" },
    paths: {
      "/spread": { get: operationOf({ schema }) },
      "/deep": { get: operationOf({ schema, style: "deepObject" }) },
      "/joined": { get: operationOf({ schema, explode: false }) },
      "/json": { get: operationOf({ content: { "application/json": { schema } } }) },
    },
  };
  const kinds = lowerValue(document).operations.map(({ pagination }) => pagination?.kind);
  expect(kinds).toEqual(["page", undefined, undefined, undefined]);
});

test("an answer that is a part of itself ends the search", () => {
  const choice = { anyOf: [{ $ref: "#/components/schemas/Choice" }, items] };
  const self = object({
    _embedded: { $ref: "#/components/schemas/Self" },
    page: { $ref: "#/components/schemas/Self" },
    choice: { $ref: "#/components/schemas/Choice" },
  });
  const schemas = { Self: self, Choice: choice };
  expect(
    pagesOf({ cursor: string }, { $ref: "#/components/schemas/Self" }, {}, schemas),
  ).toBeUndefined();
  expect(
    pagesOf({ cursor: string }, { $ref: "#/components/schemas/Choice" }, {}, schemas),
  ).toBeUndefined();
});

test.each(others)("%s is no list in pages", (_, parameters, schema) => {
  expect(pagesOf(parameters, schema)).toBeUndefined();
});

/** What is said of the pages, ways with dots. */
function shown(pages: Pagination | undefined): object {
  const { kind, parameter, within, items: list = [], next, more, start } = pages ?? {};
  const said = {
    kind,
    parameter,
    within,
    items: list.join("."),
    next: next?.join("."),
    more: more?.join("."),
    start,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
