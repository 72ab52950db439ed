/**
 * How long printing takes: about 60,000 lines, in the proportions of a large API's SDK.
 *
 *     node --import tsx test/bench/print.ts [rounds]
 *
 * Prints lines, megabytes and milliseconds: the first, cold round (what `generate` pays) and the best.
 */

import {
  printFile,
  type Member,
  type Statement,
  type TypeNode,
} from "../../generator/emit/print/index.ts";

const rounds = Number(process.argv[2] ?? 10);
const files = Array.from({ length: 34 }, (_, index) => fileStatements(index));

const times: number[] = [];
let output: string[] = [];
for (let round = 0; round < rounds; round += 1) {
  const start = performance.now();
  output = files.map((statements) =>
    Buffer.from(printFile(statements, { banner: "// Generated." })).toString(),
  );
  times.push(performance.now() - start);
}

const lines = output.reduce((sum, text) => sum + text.split("\n").length, 0);
const bytes = output.reduce((sum, text) => sum + text.length, 0);
console.log(
  `${lines} lines, ${(bytes / 1e6).toFixed(1)} MB: cold ${times[0]?.toFixed(1)} ms, best ${Math.min(...times).toFixed(1)} ms`,
);

function fileStatements(file: number): Statement[] {
  const types = Array.from({ length: 20 }, (_, index) => declaration(file * 20 + index)).flat();
  const operations = Array.from({ length: 20 }, (_, index) => operation(file * 20 + index)).flat();
  return [imports(), ...types, ...operations];
}

function imports(): Statement {
  const names = ["Call", "CallOptions", "Failure", "Operation", "Success", "UndocumentedStatus"];
  return {
    kind: "import",
    specifiers: names.map((name) => ({ name, type: true })),
    from: "../runtime/call.js",
  };
}

function declaration(index: number): Statement[] {
  const members = Array.from({ length: 14 }, (_, position) => member(index, position));
  const values = Array.from({ length: 6 }, (_, position) => literal(`state_number_${position}`));
  return [
    {
      kind: "interface",
      name: `Resource${index}`,
      exported: true,
      docs: { text: "A resource of the API, as it is answered." },
      members,
    },
    {
      kind: "typeAlias",
      name: `State${index}`,
      exported: true,
      type: { kind: "union", members: values },
    },
  ];
}

function member(index: number, position: number): Member {
  const types: readonly TypeNode[] = [
    { kind: "keyword", name: "string" },
    {
      kind: "union",
      members: [
        { kind: "keyword", name: "number" },
        { kind: "keyword", name: "null" },
      ],
    },
    { kind: "array", element: named(`Resource${index % 97}`) },
    { kind: "union", members: [named(`Resource${index % 89}`), { kind: "keyword", name: "null" }] },
    {
      kind: "union",
      members: ["alphabetical", "chronological", "by_relevance", "unsorted"].map(literal),
    },
    {
      kind: "object",
      members: [
        { kind: "property", key: "id", type: { kind: "keyword", name: "string" } },
        { kind: "property", key: "full_name", optional: true, type: named("State1") },
      ],
    },
    {
      kind: "reference",
      name: "Record",
      typeArguments: [
        { kind: "keyword", name: "string" },
        { kind: "keyword", name: "unknown" },
      ],
    },
  ];
  const text =
    "Filter results by the time they were last updated. This is a timestamp in ISO 8601 format, and `null` means never.";
  return {
    kind: "property",
    key: position % 7 === 0 ? `x-key-${position}` : `created_at_${position}`,
    optional: position % 3 === 0,
    type: types[position % types.length] as TypeNode,
    ...(position % 2 === 0
      ? { docs: { text: position % 4 === 0 ? text : "The unique identifier." } }
      : {}),
  };
}

function operation(index: number): Statement[] {
  const name = `listResource${index}`;
  const result: TypeNode = {
    kind: "union",
    members: [200, 400, 401, 404].map((status) =>
      named(status === 200 ? "Success" : "Failure", literal(status), named(`Resource${index}`)),
    ),
  };
  const call = { kind: "identifier", name: "call" } as const;
  const passed = ["client", `${name}Operation`, "params", "options"].map(
    (argument) => ({ kind: "identifier", name: argument }) as const,
  );
  return [
    { kind: "typeAlias", name: `ListResource${index}Result`, exported: true, type: result },
    {
      kind: "function",
      name,
      exported: true,
      docs: {
        text: `\`GET /resources/{id}/parts/${index}\`\n\nLists what a resource has, newest first.\n\n- one\n- two`,
      },
      parameters: [
        { name: "client", type: named("Client") },
        { name: "params", optional: true, type: named(`ListResource${index}Params`) },
        { name: "options", optional: true, type: named("CallOptions") },
      ],
      returns: named("Call", named(`Resource${index}`), named(`ListResource${index}Result`)),
      body: [{ kind: "return", value: { kind: "call", callee: call, arguments: passed } }],
    },
    {
      kind: "constant",
      name: `${name}Operation`,
      type: named("Operation"),
      value: {
        kind: "object",
        members: [
          { kind: "property", key: "name", value: literal(name) },
          { kind: "property", key: "path", value: literal(`/resources/{id}/parts/${index}`) },
          {
            kind: "property",
            key: "query",
            value: {
              kind: "array",
              elements: [
                "page",
                "per_page",
                "sort",
                "direction",
                "since",
                "labels",
                "assignee",
              ].map(literal),
            },
          },
        ],
      },
    },
  ];
}

function named(name: string, ...typeArguments: TypeNode[]) {
  return { kind: "reference", name, typeArguments } as const;
}

function literal<T extends string | number>(value: T) {
  return { kind: "literal", value } as const;
}
