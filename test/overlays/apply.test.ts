import { describe, expect, test } from "vitest";
import { Diagnostics, Failure } from "../../generator/diagnostics.ts";
import { readJson } from "../../generator/load/json/json-source.ts";
import { applyOverlay } from "../../generator/load/overlays/apply-overlay.ts";
import { OverlaidTree } from "../../generator/load/overlays/overlaid-tree.ts";
import type { Source } from "../../generator/source.ts";

function source(name: string, value: unknown): Source {
  return readJson({ name, url: `file:///${name}`, text: JSON.stringify(value) });
}

interface Applied {
  readonly value: unknown;
  readonly tree: OverlaidTree;
  readonly messages: readonly string[];
}

function apply(document: unknown, ...actions: readonly object[]): Applied {
  const tree = new OverlaidTree(source("api.json", document));
  const diagnostics = new Diagnostics();
  const overlay = { overlay: "1.1.0", info: { title: "", version: "1" }, actions };
  applyOverlay(tree, source("overlay.json", overlay), diagnostics);
  const messages = diagnostics.list.map(({ message, help }) => `${message} ${help}`);
  return { value: tree.value, tree, messages };
}

describe("update", () => {
  test.each<[what: string, document: unknown, target: string, update: unknown, result: unknown]>([
    ["inserts what is new", { a: { b: 1 } }, "$.a", { c: 2 }, { a: { b: 1, c: 2 } }],
    ["replaces scalars", { a: { b: 1 } }, "$", { a: { b: "x" } }, { a: { b: "x" } }],
    [
      "merges objects at any depth",
      { a: { b: { c: 1 } } },
      "$",
      { a: { b: { d: 2 } } },
      { a: { b: { c: 1, d: 2 } } },
    ],
    [
      "joins arrays inside of objects",
      { a: { b: [1] } },
      "$.a",
      { b: [2, 3] },
      { a: { b: [1, 2, 3] } },
    ],
    ["joins an array to an array", { a: [1] }, "$.a", [2, 3], { a: [1, 2, 3] }],
    ["appends an object to an array", { a: [1] }, "$.a", { b: 2 }, { a: [1, { b: 2 }] }],
    ["replaces a scalar that is the target", { a: { b: 1 } }, "$.a.b", "x", { a: { b: "x" } }],
    [
      "changes every match",
      { a: { x: {} }, b: { x: {} } },
      "$.*.x",
      { y: 1 },
      { a: { x: { y: 1 } }, b: { x: { y: 1 } } },
    ],
    [
      "leaves an object or an array for an empty key",
      { a: { b: 1 }, c: [1] },
      "$",
      { a: null, c: null },
      { a: { b: 1 }, c: [1] },
    ],
    [
      "replaces null by a scalar, and a scalar by null",
      { a: null, b: 1 },
      "$",
      { a: 1, b: null },
      { a: 1, b: null },
    ],
    [
      "selects what some member of an array marks",
      { p: { x: { get: { traits: ["paged"] } }, y: { get: { traits: [] } } } },
      "$.p[?(@.get['traits'][?(@ == 'paged')])].get",
      { n: 1 },
      { p: { x: { get: { traits: ["paged"], n: 1 } }, y: { get: { traits: [] } } } },
    ],
    [
      "selects with filters",
      { p: [{ n: "a" }, { n: "b" }] },
      "$.p[?@.n=='b']",
      { r: true },
      { p: [{ n: "a" }, { n: "b", r: true }] },
    ],
  ])("%s", (_, document, target, update, result) => {
    expect(apply(document, { target, update }).value).toEqual(result);
  });

  test("changes neither the document that was read nor a value that it puts in twice", () => {
    const document = source("api.json", { a: {}, b: {} });
    const tree = new OverlaidTree(document);
    const actions = [
      { target: "$.*", update: { x: { y: 1 } } },
      { target: "$.a.x", update: { z: 2 } },
    ];
    applyOverlay(tree, source("o.json", { overlay: "1.0.0", actions }), new Diagnostics());
    expect(tree.value).toEqual({ a: { x: { y: 1, z: 2 } }, b: { x: { y: 1 } } });
    expect(document.value).toEqual({ a: {}, b: {} });
  });

  test("adds a member called __proto__ like any other", () => {
    const update = JSON.parse('{ "__proto__": { "polluted": true } }') as unknown;
    const { value } = apply({ a: {} }, { target: "$.a", update });
    expect(JSON.stringify(value)).toBe('{"a":{"__proto__":{"polluted":true}}}');
    expect("polluted" in {}).toBe(false);
  });
});

describe("remove", () => {
  test.each<[document: unknown, target: string, result: unknown]>([
    [{ a: 1, b: 2 }, "$.a", { b: 2 }],
    [{ a: [0, 1, 2, 3, 4] }, "$.a[?@ > 1 && @ < 4]", { a: [0, 1, 4] }],
    [{ a: { b: { a: 1 } }, c: 1 }, "$..a", { c: 1 }],
    [{ a: [0, 1, 2, 3] }, "$.a[1,0]", { a: [2, 3] }],
    [{ a: [0, 1, 2, 3] }, "$.a[::-2]", { a: [0, 2] }],
    [{ a: [{ b: [0, 1] }, 2] }, "$..[0]", { a: [2] }],
    [{ tags: ["a", "dummy"] }, "$.tags[?@ == 'dummy']", { tags: ["a"] }],
  ])("%j without %s", (document, target, result) => {
    expect(apply(document, { target, remove: true }).value).toEqual(result);
  });
});

describe("copy", () => {
  test("merges what another place of the document has", () => {
    const document = { paths: { "/items": { get: { x: 1 } }, "/some": { delete: {} } } };
    const copied = apply(document, { target: "$.paths['/some']", copy: "$.paths['/items']" });
    expect(copied.value).toEqual({
      paths: { "/items": { get: { x: 1 } }, "/some": { delete: {}, get: { x: 1 } } },
    });
  });

  test("makes a move together with update and remove", () => {
    const moved = apply(
      { paths: { "/items": { get: {} } } },
      { target: "$.paths", update: { "/new": {} } },
      { target: "$.paths['/new']", copy: "$.paths['/items']" },
      { target: "$.paths['/items']", remove: true },
    );
    expect(moved.value).toEqual({ paths: { "/new": { get: {} } } });
  });

  test("leaves the original alone when the copy changes afterwards", () => {
    const { value } = apply(
      { a: { x: { y: {} } }, b: {} },
      { target: "$.a.x.y", update: { own: 1 } },
      { target: "$.b", copy: "$.a" },
      { target: "$.b.x.y", update: { more: 2 } },
    );
    expect(value).toEqual({ a: { x: { y: { own: 1 } } }, b: { x: { y: { own: 1, more: 2 } } } });
  });
});

describe("every value knows where it was written", () => {
  const { tree } = apply(
    { tags: ["a", "b", "c"], paths: { "/x": { get: { id: "g" } } } },
    { target: "$.tags[0]", remove: true },
    { target: "$.tags", update: ["d"] },
    { target: "$.paths['/x']", update: { post: { id: "p" } } },
    { target: "$", update: { copies: {} } },
    { target: "$.copies", copy: "$.paths['/x']" },
  );

  test.each([
    ["/tags/0", "api.json", "/tags/1"],
    ["/tags/2", "overlay.json", "/actions/1/update/0"],
    ["/paths/~1x/get/id", "api.json", "/paths/~1x/get/id"],
    ["/paths/~1x/post/id", "overlay.json", "/actions/2/update/post/id"],
    ["/copies/get/id", "api.json", "/paths/~1x/get/id"],
    ["/copies/post", "overlay.json", "/actions/2/update/post"],
    ["/nowhere/at/all", "api.json", ""],
  ])("%s: %s#%s", (pointer, name, origin) => {
    const found = tree.originOf(pointer);
    expect([found.source.name, found.pointer]).toEqual([name, origin]);
  });
});

describe("an action that matches nothing", () => {
  test.each([
    ["$.paths['/pest'].get", "The nearest match is $.paths['/pets'].get;"],
    ["$.pahts.*", "The nearest match is $.paths[*];"],
    ["$.paths['/pets'].unlike", "The nearest match is $.paths['/pets'];"],
    ["$.unlike", "Correct the target"],
  ])("%s", (target, help) => {
    const { messages } = apply({ paths: { "/pets": { get: {} } } }, { target, remove: true });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(help);
  });

  test("is no problem when it says that it may", () => {
    const action = { target: "$.x", remove: true, "x-deckhand-may-match-nothing": true };
    expect(apply({}, action).messages).toEqual([]);
  });
});

describe("an overlay is refused", () => {
  test.each<[what: string, action: object, problem: string]>([
    ["without a target", { remove: true }, "must have a `target`"],
    ["without anything to do", { target: "$" }, "one of `update`"],
    [
      "with an expression that is none",
      { target: "paths", remove: true },
      "not a JSONPath expression",
    ],
    [
      "when an object is merged into a scalar",
      { target: "$.a", update: {} },
      'the value at "/a" is a scalar',
    ],
    [
      "when a scalar is merged into an object",
      { target: "$", update: 1 },
      "an object, and a scalar",
    ],
    ["when it copies several values", { target: "$", copy: "$.*" }, "and it selects 3"],
    ["when it copies nothing", { target: "$", copy: "$.c" }, "and it selects 0"],
    ["when it removes the root", { target: "$", remove: true }, "the root of a document"],
    [
      "when it updates unlike things at once",
      { target: "$['a','l']", update: 1 },
      "the target selects a scalar as well as a list",
    ],
    [
      "when a list holds what is to be merged into an object's list",
      { target: "$", update: { l: "x" } },
      'the value at "/l" is a list, and a scalar can not be merged into it',
    ],
  ])("%s", (_, action, problem) => {
    const refused = (): unknown => apply({ a: 1, b: 2, l: [] }, action);
    expect(refused).toThrow(Failure);
    expect(refused).toThrow(problem);
  });

  test.each(["1.2.0", "2.0.0", undefined])("when its version is %s", (overlay) => {
    const read = (): void =>
      applyOverlay(
        new OverlaidTree(source("api.json", {})),
        source("o.json", { overlay, actions: [{ target: "$.a", remove: true }] }),
        new Diagnostics(),
      );
    expect(read).toThrow("must be 1.0.0 or 1.1.0");
  });

  test.each<[what: string, overlay: object, problem: string]>([
    ["without actions", { actions: [] }, "at least one action"],
    [
      "that copies as 1.0 can not",
      { actions: [{ target: "$", copy: "$.a" }] },
      "new in `overlay: 1.1.0`",
    ],
    [
      "whose `extends` is no address",
      { actions: [{ target: "$", update: {} }], extends: 1 },
      "`extends`",
    ],
  ])("%s", (_, overlay, problem) => {
    const read = (): void =>
      applyOverlay(
        new OverlaidTree(source("api.json", {})),
        source("o.json", { overlay: "1.0.0", ...overlay }),
        new Diagnostics(),
      );
    expect(read).toThrow(problem);
  });
});

test.each([
  ["https://example.com/v1/api.yaml", []],
  ["./api.json", []],
  [
    "../other.json",
    [
      'The overlay is for ../other.json, by its `extends`, and is applied to "api.json". Correct `extends`, or list the overlay where that document is the input.',
    ],
  ],
])("an overlay that extends %s", (address, messages) => {
  const diagnostics = new Diagnostics();
  const overlay = { overlay: "1.0.0", extends: address, actions: [{ target: "$", update: {} }] };
  applyOverlay(new OverlaidTree(source("api.json", {})), source("o.json", overlay), diagnostics);
  expect(diagnostics.list.map(({ message, help }) => `${message} ${help}`)).toEqual(messages);
});
