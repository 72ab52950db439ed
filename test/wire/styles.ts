/** The table of "Style Examples" of OpenAPI 3.1 (4.8.12.6), as far as it defines a result. */
export interface StyleRow {
  readonly in: "path" | "query" | "header" | "cookie";
  readonly style: string;
  readonly explode: boolean;
  readonly empty?: string;
  readonly string?: string;
  readonly array?: string;
  readonly object?: string;
}

export const values = {
  empty: "",
  string: "blue",
  array: ["blue", "black", "brown"],
  object: { R: 100, G: 200, B: 150 },
} as const;

export type ValueName = keyof typeof values;

/** What arrives: the path behind `/`, the query behind `?`, the header's value. Separators as they are on the wire. */
export const rows: readonly StyleRow[] = [
  {
    in: "path",
    style: "matrix",
    explode: false,
    empty: ";color",
    string: ";color=blue",
    array: ";color=blue,black,brown",
    object: ";color=R,100,G,200,B,150",
  },
  {
    in: "path",
    style: "matrix",
    explode: true,
    empty: ";color",
    string: ";color=blue",
    array: ";color=blue;color=black;color=brown",
    object: ";R=100;G=200;B=150",
  },
  {
    in: "path",
    style: "label",
    explode: false,
    string: ".blue",
    array: ".blue,black,brown",
    object: ".R,100,G,200,B,150",
  },
  {
    in: "path",
    style: "label",
    explode: true,
    string: ".blue",
    array: ".blue.black.brown",
    object: ".R=100.G=200.B=150",
  },
  {
    in: "path",
    style: "simple",
    explode: false,
    string: "blue",
    array: "blue,black,brown",
    object: "R,100,G,200,B,150",
  },
  {
    in: "path",
    style: "simple",
    explode: true,
    string: "blue",
    array: "blue,black,brown",
    object: "R=100,G=200,B=150",
  },
  {
    in: "query",
    style: "form",
    explode: false,
    empty: "color=",
    string: "color=blue",
    array: "color=blue,black,brown",
    object: "color=R,100,G,200,B,150",
  },
  {
    in: "query",
    style: "form",
    explode: true,
    empty: "color=",
    string: "color=blue",
    array: "color=blue&color=black&color=brown",
    object: "R=100&G=200&B=150",
  },
  { in: "query", style: "spaceDelimited", explode: false, array: "color=blue%20black%20brown" },
  { in: "query", style: "pipeDelimited", explode: false, array: "color=blue%7Cblack%7Cbrown" },
  {
    in: "query",
    style: "deepObject",
    explode: true,
    object: "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
  },
  {
    in: "header",
    style: "simple",
    explode: false,
    string: "blue",
    array: "blue,black,brown",
    object: "R,100,G,200,B,150",
  },
  {
    in: "header",
    style: "simple",
    explode: true,
    string: "blue",
    array: "blue,black,brown",
    object: "R=100,G=200,B=150",
  },
  {
    in: "cookie",
    style: "form",
    explode: false,
    string: "color=blue",
    array: "color=blue,black,brown",
    object: "color=R,100,G,200,B,150",
  },
];

export interface StyleCase {
  readonly row: StyleRow;
  readonly value: ValueName;
  readonly expected: string;
  readonly operationId: string;
}

export const cases: readonly StyleCase[] = rows.flatMap((row, index) =>
  (Object.keys(values) as ValueName[]).flatMap((value) => {
    const expected = row[value];
    return expected === undefined
      ? []
      : [{ row, value, expected, operationId: `case${index}${value}` }];
  }),
);

const schemas: Readonly<Record<ValueName, unknown>> = {
  empty: { type: "string" },
  string: { type: "string" },
  array: { type: "array", items: { type: "string" } },
  object: {
    type: "object",
    properties: { R: { type: "integer" }, G: { type: "integer" }, B: { type: "integer" } },
  },
};

/** A document with an operation for each case. */
export function stylesDocument(): unknown {
  const paths = cases.map(({ row, value, operationId }) => {
    const { in: place, style, explode } = row;
    const parameter = {
      name: "color",
      in: place,
      style,
      explode,
      required: true,
      schema: schemas[value],
    };
    const path = place === "path" ? `/${operationId}/{color}` : `/${operationId}`;
    return [
      path,
      {
        get: { operationId, parameters: [parameter], responses: { 204: { description: "Done." } } },
      },
    ];
  });
  return {
    openapi: "3.1.1",
    info: { title: "Styles", version: "1" },
    paths: Object.fromEntries(paths) as unknown,
  };
}
