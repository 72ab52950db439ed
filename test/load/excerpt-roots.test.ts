import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Diagnostic, Diagnostics, Failure } from "../../generator/diagnostics.ts";
import { mergeExcerpts } from "../../generator/load/excerpts/merge-excerpts.ts";
import { readJson } from "../../generator/load/json/json-source.ts";
import type { Source } from "../../generator/source.ts";
import { member, record } from "../harness/raw-document.ts";

const a = [{ url: "https://a.example" }];
const b = [{ url: "https://b.example" }];
const key = [{ Key: [] }];

/** The excerpt on a page: paths, and what else stands at the top. */
function excerpt(name: string, root: object, paths: object): Source {
  const info = { title: "Pets", version: "1" };
  const text = JSON.stringify({ openapi: "3.2.0", info, ...root, paths });
  return readJson({ name, url: `file:///${name}`, text });
}

function merge(...excerpts: readonly Source[]): { merged: unknown; said: readonly string[] } {
  const diagnostics = new Diagnostics();
  const merged = mergeExcerpts(excerpts, diagnostics);
  return { merged, said: diagnostics.list.map(sayingOf) };
}

function sayingOf({ severity, code, message, at }: Diagnostic): string {
  return `${at?.source.name}${at?.pointer} ${severity} ${code} ${message}`;
}

describe("servers and security at the root of an excerpt", () => {
  test("stay there where they count for most operations, and else go to their operations", () => {
    const { merged, said } = merge(
      excerpt("odd", { servers: b, security: [] }, { "/a": { get: {} } }),
      excerpt("one", { servers: a, security: key }, { "/b": { get: {} }, "/c": { get: {} } }),
    );
    expect(Object.entries(record(merged)).slice(2)).toEqual([
      ["servers", a],
      ["security", key],
      [
        "paths",
        { "/a": { get: { servers: b, security: [] } }, "/b": { get: {} }, "/c": { get: {} } },
      ],
    ]);
    expect(said).toEqual([
      'odd/servers/0/url info excerpt-own-root The page has other "servers" than one:1:70; they are written to its operations.',
      'odd/security info excerpt-own-root The page has other "security" than one:1:98; they are written to its operations.',
    ]);
  });

  test("go to no operation that has its own, or has servers from its path item", () => {
    const paths = {
      "/own": { get: { servers: a, security: [] } },
      "/item": { servers: a, get: { security: [] } },
    };
    const { merged, said } = merge(
      excerpt("one", { servers: a }, { "/a": { get: {} } }),
      excerpt("odd", { servers: b, security: key }, paths),
    );
    expect(merged).toMatchObject({ servers: a, paths });
    expect(said).toEqual([]);
  });

  test("mean no security where they say nothing of it", () => {
    const { merged } = merge(
      excerpt("one", { security: key }, { "/a": { get: {} } }),
      excerpt("odd", {}, { "/a": { post: {}, additionalOperations: { COPY: {} } } }),
      excerpt("two", { security: key }, { "/b": { get: {}, post: {} } }),
    );
    expect(member(merged, "security")).toEqual(key);
    expect(member(merged, "paths")).toEqual({
      "/a": {
        get: {},
        post: { security: [] },
        additionalOperations: { COPY: { security: [] } },
      },
      "/b": { get: {}, post: {} },
    });
  });

  const one = excerpt("one", { servers: a }, { "/a": { get: {} }, "/b": { get: {} } });
  test.each([
    ["of an operation that another page has, too", { servers: b }, { "/a": { get: {} } }],
    ["that one page does not have", {}, { "/c": { get: {} } }],
    ["of a path item that is somewhere else", { servers: b }, { "/c": { $ref: "#/x" } }],
    [
      "of an API with another title",
      { servers: b, info: { title: "Toys" } },
      { "/c": { get: {} } },
    ],
  ])("are a conflict %s", (_, root, paths) => {
    const conflicts = failureOf(() => merge(one, excerpt("odd", root, paths))).diagnostics;
    expect(conflicts.map(sayingOf)).toEqual([
      expect.stringMatching(
        /^odd\/servers.* error excerpt-conflict The pages disagree about "servers": this is not what one:1:\d+ says\.$/,
      ),
    ]);
  });

  test("are no conflict where the title of each page stands for that of the API", () => {
    const titled = (title: string, servers: object, path: string): Source =>
      excerpt(title, { servers, info: { title, version: "1" } }, { [path]: { get: {} } });
    const { merged } = merge(titled("1", a, "/1"), titled("2", a, "/2"), titled("3", b, "/3"));
    expect(member(merged, "paths")).toMatchObject({ "/3": { get: { servers: b } } });
  });

  test("count for every operation as on its page", () => {
    const servers = fc.constantFrom(a, b);
    const security = fc.constantFrom([], key, [{ Other: [] }]);
    const own = fc.record({ servers, security }, { requiredKeys: [] });
    const root = fc.record({ servers, security }, { requiredKeys: ["servers"] });
    const pages = fc.array(fc.tuple(root, fc.array(own, { minLength: 1, maxLength: 3 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(pages, (all) => {
        const methods = ["get", "put", "post"];
        const sources = all.map(([top, operations], page) =>
          excerpt(`${page}`, top, {
            [`/${page}`]: Object.fromEntries(operations.map((one, at) => [methods[at], one])),
          }),
        );
        expect(meanings(merge(...sources).merged)).toEqual(
          sources.flatMap(({ value }) => meanings(value)),
        );
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

/** For each operation of a document: its servers and its security, wherever they are written. */
function meanings(document: unknown): readonly unknown[] {
  const of = (operation: unknown, name: string, otherwise: unknown): unknown =>
    member(operation, name) ?? member(document, name) ?? otherwise;
  return Object.entries(record(member(document, "paths"))).flatMap(([path, item]) =>
    Object.entries(record(item)).map(([method, operation]) => [
      path,
      method,
      of(operation, "servers", undefined),
      of(operation, "security", []),
    ]),
  );
}

function failureOf(action: () => unknown): Failure {
  try {
    action();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("There was no failure.");
}
