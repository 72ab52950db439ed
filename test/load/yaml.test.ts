import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { dump } from "js-yaml";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { Diagnostics } from "../../generator/diagnostics.ts";
import { readYaml } from "../../generator/load/yaml/yaml-source.ts";
import type { Source } from "../../generator/source.ts";
import { json, pointersOf } from "./arbitraries.ts";

function read(text: string, diagnostics: Diagnostics = new Diagnostics()): Source {
  return readYaml({ name: "spec.yaml", url: "file:///spec.yaml", text }, diagnostics);
}

/** What stands in the text where a pointer leads. */
function at(source: Source, pointer: string): string {
  const { line, column } = source.locate(pointer);
  return (source.text.split("\n")[line - 1] ?? "").slice(column - 1);
}

describe("positions", () => {
  const writers: readonly [name: string, write: (value: unknown) => string][] = [
    ["block style", (value) => dump(value, { noRefs: true, lineWidth: 60 })],
    ["flow style", (value) => dump(value, { noRefs: true, flowLevel: 1 })],
    ["another writer", (value) => stringify(value, { aliasDuplicateObjects: false })],
    ["JSON", (value) => JSON.stringify(value, null, 1)],
  ];

  test.each(writers)("%s: point at the key of every member", (_, write) => {
    fc.assert(
      fc.property(json, (value) => {
        const text = write({ root: value });
        // js-yaml writes some keys in flow style that no parser reads back, such as `(:{`.
        fc.pre(isDeepStrictEqual(parse(text), { root: value }));
        const source = read(text);
        for (const { pointer, key } of pointersOf({ root: value })) {
          if (key === undefined || pointer.includes("__proto__")) continue;
          expect(keyOf(at(source, pointer))).toBe(key);
        }
      }),
      { seed: 1 },
    );
  });

  test("point at the items of sequences", () => {
    const source = read("a:\n  - x: 1\n    y: 2\n  -\n    # why\n    z\n  - [p, {q: r}]\n");
    expect(at(source, "/a/0")).toBe("x: 1");
    expect(at(source, "/a/0/y")).toBe("y: 2");
    expect(at(source, "/a/1")).toBe("z");
    expect(at(source, "/a/2/1/q")).toBe("q: r}]");
  });

  test("follow aliases into the anchored value", () => {
    const source = read("base: &b\n  type: string\nother: *b\nlist:\n  - *b\n");
    expect(at(source, "/other")).toBe("other: *b");
    expect(at(source, "/other/type")).toBe("type: string");
    expect(at(source, "/list/0")).toBe("*b");
    expect(at(source, "/list/0/type")).toBe("type: string");
  });

  test("follow merge keys into the merged mapping", () => {
    const source = read("base: &b { x: 1 }\nother: &o { z: 1 }\na:\n  <<: [*o, *b]\n  y: 2\n");
    expect(source.value).toEqual({ base: { x: 1 }, other: { z: 1 }, a: { x: 1, y: 2, z: 1 } });
    expect(at(source, "/a/x")).toBe("x: 1 }");
    expect(at(source, "/a/y")).toBe("y: 2");
  });

  test("give the nearest ancestor of a pointer that leads nowhere", () => {
    const source = read("a:\n  b: 1\n");
    expect(at(source, "/a/x/y")).toBe("a:");
    expect(source.locate("/x")).toEqual({ line: 1, column: 1 });
  });

  test("count lines that end in CRLF once", () => {
    expect(read("a: 1\r\nb:\r\n  c: 2\r\n").locate("/b/c")).toEqual({ line: 3, column: 3 });
  });
});

describe("values", () => {
  test.each([
    ["dates stay text", "a: 2024-01-01", { a: "2024-01-01" }],
    [
      "words of YAML 1.1 stay text",
      "a: [yes, no, on, off, y, 1_000]",
      { a: ["yes", "no", "on", "off", "y", "1_000"] },
    ],
    [
      "numbers that JSON lacks stay text",
      "a: [.inf, -.inf, .nan, 1e999]",
      { a: [".inf", "-.inf", ".nan", "1e999"] },
    ],
    ["large integers are numbers", "a: 12345678901234567890", { a: 12345678901234567000 }],
    ["keys are text", "200: a\ntrue: b\nnull: c", { 200: "a", true: "b", null: "c" }],
  ])("%s", (_, text, value) => {
    expect(read(text).value).toEqual(value);
  });

  test("a key called __proto__ is a key", () => {
    const { value } = read("__proto__:\n  polluted: true\n");
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("are those of another parser", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = stringify({ value }, { aliasDuplicateObjects: false });
        expect(read(text).value).toEqual(parse(text));
      }),
    );
  });

  test("all repeated keys are reported, in the order of the text", () => {
    const diagnostics = new Diagnostics();
    const source = read("a: 1\nb: { x: 1, x: 2 }\na: 2\nc: [{ y: 1, y: 2 }]\n", diagnostics);
    expect(source.value).toEqual({ a: 2, b: { x: 2 }, c: [{ y: 2 }] });
    const places = diagnostics.list.map(({ at: place }) => place?.source.locate(""));
    expect(places).toEqual([
      { line: 2, column: 12 },
      { line: 3, column: 1 },
      { line: 4, column: 13 },
    ]);
  });

  test.each([
    ["nested-too-deeply", `a: ${"[".repeat(201)}`],
    ["nested-too-deeply", `a: ${"{x: ".repeat(201)}`],
    ["alias-expansion", "a: &a\n  - *a\n"],
    ["alias-expansion", "a: &ö:1/x! [*ö:1/x!]\n"],
    ["invalid-yaml", "a: *nowhere\n"],
    ["invalid-yaml", "a: !!js/function x\n"],
    ["invalid-yaml", "a: 1\n---\nb: 2\n"],
    ["invalid-yaml", "a: 1\n\tb: 2\n"],
  ])("%s: %.40j is refused", (code, text) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ code })] }),
    );
  });
});

/** Reads the key that a piece of YAML begins with, in any of its three spellings. */
function keyOf(text: string): string {
  const [quoted] = /^"(?:[^"\\]|\\.)*"|^'(?:[^']|'')*'/.exec(text) ?? [];
  const plain = /^(?:[^:]|:(?!\s|$))*/.exec(text)?.[0] ?? "";
  return String(parse(quoted ?? plain, { schema: "failsafe" }) ?? "");
}
