import fc from "fast-check";
import { escapeToken } from "../../generator/json-pointer.ts";

const key = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "$ref",
    "__proto__",
    "constructor",
    "a/b",
    "~",
    "200",
    "",
    "a: b",
    "<<<",
    '"',
    "\\",
    "{",
    "# no",
    "é\u2028",
  ),
);

/** Any JSON value whose keys include hostile ones. */
export const json: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('a"b', "{[", "}]", "a: b", "# c", "\\", "- x", "*a", "&b"),
    ),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4 }),
  ),
})).value;

/** Every pointer into a value, with the key or index that it ends in and the value there. */
export function* pointersOf(value: unknown, pointer = ""): Generator<PointedValue> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    const place = `${pointer}/${escapeToken(name)}`;
    yield { pointer: place, key: Array.isArray(value) ? undefined : name, value: child };
    yield* pointersOf(child, place);
  }
}

interface PointedValue {
  readonly pointer: string;
  /** Undefined for an item of an array. */
  readonly key: string | undefined;
  readonly value: unknown;
}
