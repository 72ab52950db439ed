/** Where types break, in small pictures. Names are as short as the case allows. */

import { describe, expect, test } from "vitest";
import { printFile, printType, type TypeNode } from "../../generator/emit/print/index.ts";

const a = named("A");
const b = named("B");
const wide = named("W".repeat(36));
const wider = named("V".repeat(36));
const word = { kind: "keyword", name: "string" } as const;
const nil = { kind: "keyword", name: "null" } as const;

describe("parentheses", () => {
  test.each<[expected: string, type: TypeNode]>([
    ["A | B", union(a, b)],
    ["A | B | null", union(a, union(b, nil))],
    ["A", union(a)],
    ["never", union()],
    ["unknown", { kind: "intersection", members: [] }],
    ["(A | B)[]", array(union(a, b))],
    ["readonly (A | B)[]", { ...array(union(a, b)), readonly: true }],
    ["(readonly A[])[]", array({ ...array(a), readonly: true })],
    ["A | (string & {})", union(a, both(word, object()))],
    ["(A | B) & string", both(union(a, b), word)],
    ["(() => A) | B", union(fn([], a), b)],
    ["() => A | B", fn([], union(a, b))],
    ["(() => A)[]", array(fn([], a))],
    [
      "[A?, ...B[]]",
      {
        kind: "tuple",
        elements: [
          { type: a, optional: true },
          { type: array(b), rest: true },
        ],
      },
    ],
    ["[(A | B)?]", { kind: "tuple", elements: [{ type: union(a, b), optional: true }] }],
    [
      "[a: A, b?: B]",
      {
        kind: "tuple",
        elements: [
          { type: a, label: "a" },
          { type: b, label: "b", optional: true },
        ],
      },
    ],
    ['Record<"a", -1>', named("Record", literal("a"), literal(-1))],
    [
      "number | `${bigint}`",
      union(
        { kind: "keyword", name: "number" },
        { kind: "template", texts: ["", ""], hole: "bigint" },
      ),
    ],
    ["`x-\\${\\`${string}`", { kind: "template", texts: ["x-${`", ""], hole: "string" }],
    ["`${string}_a_${string}`", { kind: "template", texts: ["", "_a_", ""], hole: "string" }],
    [
      "{ a: A; readonly b?: B }",
      object({ key: "a", type: a }, { key: "b", type: b, optional: true, readonly: true }),
    ],
  ])("%s", (expected, type) => {
    expect(printType(type)).toBe(expected);
  });
});

describe("type aliases", () => {
  test("a union that is too long has a line for each member", () => {
    expectAlias(
      union(wide, wider, nil),
      `
type A =
  | ${wide.name}
  | ${wider.name}
  | null;
`,
    );
  });

  test("a union that fits below stays on one line", () => {
    expectAlias(
      union(wide, wider),
      `
type A =
  ${wide.name} | ${wider.name};
`,
    );
  });

  test("an object or null keeps its braces on the line", () => {
    expectAlias(
      union(object({ key: "a", type: wide }, { key: "b", type: wider }), nil),
      `
type A = {
  a: ${wide.name};
  b: ${wider.name};
} | null;
`,
    );
  });

  test("type arguments break one per line", () => {
    expectAlias(
      named("Page", wide, wider),
      `
type A = Page<
  ${wide.name},
  ${wider.name}
>;
`,
    );
  });

  test("a union among type arguments hangs from its place", () => {
    expectAlias(
      named("Page", union(literal("x".repeat(40)), literal("y".repeat(40))), b),
      `
type A = Page<
  | "${"x".repeat(40)}"
  | "${"y".repeat(40)}",
  B
>;
`,
    );
  });

  test("an array of a long union wraps its parentheses", () => {
    expectAlias(
      array(union(wide, wider)),
      `
type A = (
  ${wide.name} | ${wider.name}
)[];
`,
    );
  });

  test("objects in an intersection stay with their operator", () => {
    expectAlias(
      both(wide, object({ key: "a", type: wider }, { key: "b", type: b })),
      `
type A = ${wide.name} & {
  a: ${wider.name};
  b: B;
};
`,
    );
  });

  test("names in an intersection break after the operator", () => {
    expectAlias(
      both(wide, wider, b),
      `
type A = ${wide.name} &
  ${wider.name} &
  B;
`,
    );
  });

  test("a function breaks its parameters", () => {
    expectAlias(
      fn(
        [
          { name: "a", type: wide },
          { name: "b", type: wider, optional: true },
        ],
        b,
      ),
      `
type A = (
  a: ${wide.name},
  b?: ${wider.name},
) => B;
`,
    );
  });

  test("documented members are set apart", () => {
    const docs = { text: "Why." };
    expectAlias(
      object({ key: "a", type: a, docs }, { key: "b-c", type: b, docs }, { key: "d", type: b }),
      `
type A = {
  /** Why. */
  a: A;

  /** Why. */
  "b-c": B;
  d: B;
};
`,
    );
  });

  test("a tuple breaks one element per line", () => {
    expectAlias(
      { kind: "tuple", elements: [{ type: wide }, { type: union(wider, literal(1), b) }] },
      `
type A = [
  ${wide.name},
  ${wider.name} | 1 | B,
];
`,
    );
  });
});

function expectAlias(type: TypeNode, expected: string): void {
  expect(`\n${printFile([{ kind: "typeAlias", name: "A", type }])}`).toBe(expected);
}

function named(name: string, ...typeArguments: TypeNode[]) {
  return { kind: "reference", name, typeArguments } as const;
}

function literal(value: string | number) {
  return { kind: "literal", value } as const;
}

function union(...members: TypeNode[]): TypeNode {
  return { kind: "union", members };
}

function both(...members: TypeNode[]): TypeNode {
  return { kind: "intersection", members };
}

function array(element: TypeNode) {
  return { kind: "array", element } as const;
}

function fn(
  parameters: readonly { name: string; type: TypeNode; optional?: boolean }[],
  returns: TypeNode,
): TypeNode {
  return { kind: "function", parameters, returns };
}

interface Property {
  key: string;
  type: TypeNode;
  optional?: boolean;
  readonly?: boolean;
  docs?: { text: string };
}

function object(...properties: Property[]): TypeNode {
  return {
    kind: "object",
    members: properties.map((property) => ({ kind: "property", ...property })),
  };
}
