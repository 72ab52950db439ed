import { describe, expect, test } from "vitest";
import { readJson } from "../../generator/load/json/json-source.ts";
import type { Lock } from "../../generator/lock/lock.ts";
import { printLock } from "../../generator/lock/print-lock.ts";
import { readLock } from "../../generator/lock/read-lock.ts";

const lock: Lock = {
  generator: "0.1.0",
  config: "c0",
  inputs: new Map([
    ["spec/v2.json", { sha256: "5b", origin: "https://api.example/v2.json", pulled: "2026-11-21" }],
    ["spec/a.yaml", { sha256: "5a" }],
  ]),
  names: new Map([
    ["functions", new Map([["#/paths/~1pets/get", "listPets"]])],
    [
      "types",
      new Map([
        ["#/components/schemas/Pet\u202e", "Pet"],
        ["#/components/schemas/Cat", "Cat"],
        ["#/components/schemas/__proto__", "Proto"],
      ]),
    ],
  ]),
  more: new Map([["released", { version: "1.0.0" }]]),
};

describe("a lock", () => {
  test("is printed with one value a line and sorted keys, so that branches merge", () => {
    expect(printLock(lock)).toBe(`{
  "lockVersion": 1,
  "generator": "0.1.0",
  "config": "c0",
  "released": {
    "version": "1.0.0"
  },
  "inputs": {
    "spec/a.yaml": {
      "sha256": "5a"
    },
    "spec/v2.json": {
      "sha256": "5b",
      "origin": "https://api.example/v2.json",
      "pulled": "2026-11-21"
    }
  },
  "names": {
    "types": {
      "#/components/schemas/Cat": "Cat",
      "#/components/schemas/Pet\\u202e": "Pet",
      "#/components/schemas/__proto__": "Proto"
    },
    "functions": {
      "#/paths/~1pets/get": "listPets"
    }
  }
}
`);
  });

  test("reads back as it was, with members that this version does not know", () => {
    const text = printLock(lock);
    const read = readLock(readJson({ name: "a.lock.json", url: "file:///a.lock.json", text }));
    expect(printLock(read)).toBe(text);
    expect(read.names.get("types")?.get("#/components/schemas/__proto__")).toBe("Proto");
  });

  test.each([
    ["[]", "it must be an object"],
    ['{ "lockVersion": "1" }', '"lockVersion" must be 1'],
    ['{ "lockVersion": 1, "inputs": { "a": {} } }', '"sha256" must be text'],
    ['{ "lockVersion": 1, "names": [] }', '"names" must be an object'],
    ['{ "lockVersion": 1, "names": { "types": { "a": "class" } } }', "can declare"],
    ['{ "lockVersion": 1, "names": { "types": { "a": "X;evil()" } } }', "can declare"],
    ['{ "lockVersion": 1, "names": { "methods": { "a": "x y" } } }', "can give a member"],
    ['{ "lockVersion": 1, "names": { "methods": { "a": "then" } } }', "can give a member"],
    ['{ "lockVersion": 1, "names": { "resources": { "a": "__proto__" } } }', "can give a member"],
    [
      '{ "lockVersion": 1, "names": { "types": { "a": "A" }, "functions": { "b": "A" } } }',
      '"b" is taken by "a" above',
    ],
  ])("is refused when it is %s", (text, problem) => {
    const read = (): unknown => readLock(readJson({ name: "l", url: "file:///l", text }));
    expect(read).toThrow(problem);
  });
});
