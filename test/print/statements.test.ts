/** Statements and files as they come out, in small pictures. */

import { describe, expect, test } from "vitest";
import {
  printFile,
  type Statement,
  type TypeNode,
  type ValueNode,
} from "../../generator/emit/print/index.ts";

const word: TypeNode = { kind: "keyword", name: "string" };

describe("imports and exports", () => {
  test("are sorted by code unit and stand together", () => {
    expectFile(
      [
        { kind: "import", specifiers: [{ name: "b" }, { name: "A", type: true }], from: "./x.js" },
        { kind: "import", specifiers: [{ name: "T", type: true, alias: "U" }], from: "./y.js" },
        { kind: "import", specifiers: [], from: "./z.js" },
        { kind: "exportAll", from: "./x.js" },
        { kind: "exportAll", from: "./y.js", type: true, name: "y" },
        { kind: "export", specifiers: [{ name: "a" }], from: "./z.js" },
      ],
      `
import { type A, b } from "./x.js";
import type { T as U } from "./y.js";
import "./z.js";

export * from "./x.js";
export type * as y from "./y.js";
export { a } from "./z.js";
`,
    );
  });

  test("break one name per line", () => {
    const names = ["CallOptions", "Failure", "Operation", "Success", "UndocumentedStatus"];
    expectFile(
      [
        {
          kind: "import",
          specifiers: names.map((name) => ({ name, type: true })),
          from: "../call.js",
        },
      ],
      `
import type {
  CallOptions,
  Failure,
  Operation,
  Success,
  UndocumentedStatus,
} from "../call.js";
`,
    );
  });
});

test("an interface sets documented members apart", () => {
  const docs = { text: "Why." };
  expectFile(
    [
      {
        kind: "interface",
        name: "A",
        exported: true,
        extends: [named("B")],
        docs: { text: "What.", tags: [{ name: "deprecated" }] },
        members: [
          { kind: "property", key: "a", type: word, docs },
          { kind: "property", key: "b-c", type: word, optional: true, docs },
          { kind: "property", key: "d", type: word, readonly: true },
          { kind: "index", keyName: "key", keyType: word, type: word },
        ],
      },
      { kind: "interface", name: "Empty", members: [] },
    ],
    `
/**
 * What.
 *
 * @deprecated
 */
export interface A extends B {
  /** Why. */
  a: string;

  /** Why. */
  "b-c"?: string;
  readonly d: string;
  [key: string]: string;
}

interface Empty {}
`,
  );
});

describe("constants", () => {
  test("an object has a member per line, the objects inside where they fit", () => {
    expectFile(
      [
        {
          kind: "constant",
          name: "a",
          type: named("Operation"),
          value: object({
            name: literal("a"),
            "x-y": { kind: "array", elements: [literal(1), literal(-2)] },
            body: object({ a: literal(true), b: literal(null) }),
            __proto__x: { kind: "identifier", name: "undefined" },
          }),
        },
        { kind: "constant", name: "b", value: object({}) },
      ],
      `
const a: Operation = {
  name: "a",
  "x-y": [1, -2],
  body: { a: true, b: null },
  __proto__x: undefined,
};

const b = {};
`,
    );
  });

  test("a long string moves to the next line", () => {
    expectFile(
      [{ kind: "constant", name: "a", value: literal("x".repeat(70)) }],
      `
const a =
  "${"x".repeat(70)}";
`,
    );
  });

  test("numbers are set like text", () => {
    const elements = Array.from({ length: 30 }, (_, index) => literal(index + 100));
    expectFile(
      [{ kind: "constant", name: "a", value: { kind: "array", elements }, asConst: true }],
      `
const a = [
  100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114,
  115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129,
] as const;
`,
    );
  });

  test("__proto__ is a property like any other", () => {
    const member = { kind: "property", key: "__proto__", value: literal(1) } as const;
    expectFile(
      [{ kind: "constant", name: "a", value: { kind: "object", members: [member] } }],
      `
const a = {
  ["__proto__"]: 1,
};
`,
    );
  });
});

describe("functions", () => {
  const call = (...names: string[]): ValueNode => ({
    kind: "call",
    callee: { kind: "identifier", name: "call" },
    arguments: names.map((name) => ({ kind: "identifier", name })),
  });

  test("a signature that is too long has a parameter per line", () => {
    expectFile(
      [
        {
          kind: "function",
          name: "listEvents",
          exported: true,
          docs: { text: "`GET /events`" },
          parameters: [
            { name: "client", type: named("Client") },
            { name: "params", type: named("ListEventsParams"), optional: true },
          ],
          returns: named("Call", named("ListEventsResult")),
          body: [{ kind: "return", value: call("client", "params") }],
        },
      ],
      `
/** \`GET /events\` */
export function listEvents(
  client: Client,
  params?: ListEventsParams,
): Call<ListEventsResult> {
  return call(client, params);
}
`,
    );
  });

  test("an object at the end of a call stays open", () => {
    const options = object({
      baseUrl: literal("https://api.example.com/v2"),
      security: { kind: "array", elements: [] },
    });
    const value: ValueNode = {
      kind: "call",
      callee: { kind: "identifier", name: "makeClient" },
      arguments: [{ kind: "identifier", name: "options" }, options],
    };
    expectFile(
      [
        {
          kind: "function",
          name: "f",
          parameters: [
            { name: "options", type: named("Options"), default: { kind: "object", members: [] } },
          ],
          body: [{ kind: "return", value }],
        },
      ],
      `
function f(options: Options = {}) {
  return makeClient(options, {
    baseUrl: "https://api.example.com/v2",
    security: [],
  });
}
`,
    );
  });

  test("overloads stand in front of the implementation", () => {
    const parameters = [{ name: "a", type: word }];
    expectFile(
      [
        {
          kind: "function",
          name: "f",
          parameters,
          overloads: [{ parameters, returns: word, docs: { text: "One." } }],
          returns: word,
          body: [{ kind: "return", value: { kind: "identifier", name: "a" } }],
        },
      ],
      `
/** One. */
function f(a: string): string;
function f(a: string): string {
  return a;
}
`,
    );
  });
});

test("a class with fields, a constructor and methods", () => {
  const client = {
    kind: "access",
    object: { kind: "identifier", name: "this" },
    property: "client",
  } as const;
  expectFile(
    [
      {
        kind: "class",
        name: "Events",
        exported: true,
        members: [
          { kind: "field", name: "client", type: named("Client"), readonly: true },
          {
            kind: "constructor",
            parameters: [{ name: "client", type: named("Client") }],
            body: [
              { kind: "assign", target: client, value: { kind: "identifier", name: "client" } },
            ],
          },
          {
            kind: "method",
            name: "list",
            docs: { text: "All." },
            parameters: [],
            returns: named("Call"),
            body: [
              {
                kind: "return",
                value: {
                  kind: "call",
                  callee: { kind: "identifier", name: "list" },
                  arguments: [client],
                },
              },
            ],
          },
        ],
      },
    ],
    `
export class Events {
  readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  /** All. */
  list(): Call {
    return list(this.client);
  }
}
`,
  );
});

test("an ambient enum", () => {
  expectFile(
    [
      {
        kind: "enum",
        name: "Unrecognized",
        declare: true,
        exported: true,
        members: [
          { key: "a-b", value: "…" },
          { key: "c", value: -1 },
        ],
      },
    ],
    `
export declare enum Unrecognized {
  "a-b" = "…",
  c = -1,
}
`,
  );
});

test("the banner comes first", () => {
  expect(printFile([{ kind: "raw", text: "run();" }], { banner: "// Generated." })).toBe(
    "// Generated.\n\nrun();\n",
  );
});

function expectFile(statements: readonly Statement[], expected: string): void {
  expect(`\n${printFile(statements)}`).toBe(expected);
}

function named(name: string, ...typeArguments: TypeNode[]) {
  return { kind: "reference", name, typeArguments } as const;
}

function literal(value: string | number | boolean | null) {
  return { kind: "literal", value } as const;
}

function object(values: Record<string, ValueNode>): ValueNode {
  const members = Object.entries(values).map(
    ([key, value]) => ({ kind: "property", key, value }) as const,
  );
  return { kind: "object", members };
}
