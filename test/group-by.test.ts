import { expect, test } from "vitest";
import { addTo, groupBy } from "../generator/group-by.ts";

test("keys come in the order of their first item, items in their own", () => {
  const groups = groupBy(["b1", "a1", "b2", "__proto__"], (text) => text.replace(/\d$/, ""));
  expect([...groups]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
    ["__proto__", ["__proto__"]],
  ]);
});

test("an item is added at the end of the list of its key", () => {
  const groups = new Map([["a", [1]]]);
  addTo(groups, "a", 2);
  addTo(groups, "b", 3);
  expect([...groups]).toEqual([
    ["a", [1, 2]],
    ["b", [3]],
  ]);
});
