import { describe, expect, test } from "vitest";
import { conflictSides } from "../../generator/lock/conflicts.ts";

describe("conflict markers", () => {
  test("are not seen in a text without any", () => {
    expect(conflictSides('{\n  "a": "======="\n}\n')).toBeUndefined();
  });

  test("give the text of each side, the base left out", () => {
    const text = "a\n<<<<<<< HEAD\nb\n||||||| 123\nbase\n=======\nc\n>>>>>>> topic\nd\n";
    expect(conflictSides(text)).toEqual({ ours: "a\nb\nd\n", theirs: "a\nc\nd\n" });
  });
});
