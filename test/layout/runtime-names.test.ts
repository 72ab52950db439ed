import { expect, test } from "vitest";
import { RUNTIME_NAMES } from "../../generator/layout/runtime-names.ts";
import { RUNTIME_SYMBOLS } from "../../generator/emit/runtime-symbols.ts";
import { generateValue } from "../properties/document.ts";

const json = { content: { "application/json": { schema: { type: "string" } } } };

/** An API that needs every part of the runtime that an entry exports. */
const document = {
  openapi: "3.2.0",
  info: { title: "All", version: "1" },
  paths: {
    "/stream": {
      get: {
        responses: {
          200: { content: { "text/event-stream": { itemSchema: { type: "string" } } } },
        },
      },
    },
    "/form": {
      post: {
        requestBody: { content: { "multipart/form-data": { schema: { type: "object" } } } },
        responses: { 200: json },
      },
    },
  },
  components: {
    securitySchemes: {
      a: { type: "http", scheme: "bearer" },
      b: { type: "http", scheme: "basic" },
    },
  },
};

test("no schema or operation can take a name that generated modules import", () => {
  expect(RUNTIME_SYMBOLS.filter((name) => !RUNTIME_NAMES.includes(name))).toEqual([]);
});

test("no schema or operation can take a name that the entry exports", () => {
  const { files } = generateValue(document);
  const names = files
    .filter(({ path }) => path === "index.ts" || path === "client.ts")
    .flatMap(({ text }) => exportedNames(text));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !RUNTIME_NAMES.includes(name))).toEqual([]);
});

function exportedNames(text: string): readonly string[] {
  const lists = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap((match) =>
    (match[1] ?? "").split(","),
  );
  const declared = [...text.matchAll(/^export (?:interface|type|function) (\w+)/gm)].map(
    (match) => match[1] ?? "",
  );
  return [...lists.map((name) => name.replace(/\btype /, "").trim()), ...declared].filter(Boolean);
}
