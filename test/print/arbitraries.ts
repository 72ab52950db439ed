/** Random syntax values: names of many widths, nesting, docs, hostile text. */

import fc from "fast-check";
import type { Comment } from "../../generator/emit/print/comment/comment.ts";
import type {
  BodyStatement,
  ClassMember,
  Member,
  Parameter,
  Specifier,
  Statement,
  TupleElement,
  TypeNode,
  TypeParameter,
  ValueNode,
} from "../../generator/emit/print/index.ts";

/** Identifiers of 1 to 40 letters, most of them short. */
export const name: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("a", "T", "userId", "Event", "PaginatedResponse", "createdAtOrBeforeThat"),
    fc.nat({ max: 3 }),
  )
  .map(
    ([word, times]) =>
      Array.from({ length: times }, (_, index) => `${word[0]?.toUpperCase()}x${index}`).join(word) +
      word,
  )
  .map((text) => text.slice(0, 48));

const typeName = name.map((text) => text[0]?.toUpperCase() + text.slice(1));

const hostile = fc.constantFrom(
  "*/",
  "/*",
  "`",
  "${x}",
  "\\",
  "'",
  '"',
  "\u2028",
  "\u202e",
  "\0",
  "é",
  "名前",
  "😀",
  "👩‍👩‍👧",
  "\ud800",
  "//",
  "@type",
  "<",
  "-",
  " ",
  "\n",
  "\t",
);

export const text: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(fc.constantFrom("some", "word", "created_at", "x", "Returns", "the"), {
        maxLength: 12,
      })
      .map((words) => words.join(" ")),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(hostile, fc.constantFrom("a", "bc", "def")), { maxLength: 8 })
      .map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);

const key = fc.oneof(
  { weight: 6, arbitrary: name },
  { weight: 2, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "__proto__",
      "constructor",
      "1",
      "01",
      "1e3",
      "0.5",
      "new",
      "get",
      "-1",
      "",
      "a-b",
      "ünï",
      "readonly",
      "async",
    ),
  },
);

const markdown = fc
  .array(
    fc.oneof(
      text,
      fc.constantFrom(
        "- item one",
        "  - nested",
        "1. first",
        "```",
        "| a | b |",
        "|---|---|",
        "# Title",
        "    code",
        "> quote",
        "",
        "`@x`",
        "@deprecated no",
      ),
    ),
    { maxLength: 6 },
  )
  .map((lines) => lines.join("\n"));

export const comment: fc.Arbitrary<Comment> = fc.record(
  {
    text: fc.oneof(text, markdown),
    tags: fc.array(
      fc.record(
        {
          name: fc.constantFrom("deprecated", "default", "example", "see"),
          text: fc.oneof(text, markdown),
        },
        { requiredKeys: ["name"] },
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

const number = fc.oneof(
  fc.integer({ min: -9, max: 999 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(1e21, 1e-7, 0.1, -0),
);

const keyword = fc
  .constantFrom(
    "any",
    "bigint",
    "boolean",
    "never",
    "null",
    "number",
    "object",
    "string",
    "symbol",
    "undefined",
    "unknown",
    "void",
  )
  .map((word) => ({ kind: "keyword", name: word }) as const);

export const literalType = fc.record({
  kind: fc.constant("literal" as const),
  value: fc.oneof(text, number, fc.boolean(), fc.bigInt({ min: -99n, max: 10n ** 20n })),
});

/** A type nested up to `depth` levels. */
export function typeNode(depth = 4): fc.Arbitrary<TypeNode> {
  const plainReference = fc.record({ kind: fc.constant("reference" as const), name: typeName });
  const leaf: fc.Arbitrary<TypeNode> = fc.oneof(
    keyword,
    plainReference,
    plainReference,
    literalType,
    fc.record({
      kind: fc.constant("template" as const),
      texts: fc.array(text, { minLength: 2, maxLength: 3 }),
      hole: fc.constantFrom("bigint" as const, "number" as const, "string" as const),
    }),
  );
  if (depth === 0) return leaf;
  const inner = fc.oneof(
    { weight: 2, arbitrary: leaf },
    { weight: 3, arbitrary: fc.memo((level: number) => typeNode(level))(depth - 1) },
  );
  const members = fc.array(inner, { minLength: 0, maxLength: 5 });
  return fc.oneof(
    { weight: 1, arbitrary: leaf },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("reference" as const),
        name: typeName,
        typeArguments: fc.array(inner, { maxLength: 4 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("array" as const),
        element: inner,
        readonly: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("tuple" as const),
        elements: tupleElements(inner),
        readonly: fc.boolean(),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("union" as const), members }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("intersection" as const), members }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("object" as const),
        members: fc.array(member(inner, 0.15), { maxLength: 4 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("function" as const),
        parameters: parameterTypes(inner),
        returns: inner,
      }),
    },
  );
}

function tupleElements(type: fc.Arbitrary<TypeNode>): fc.Arbitrary<TupleElement[]> {
  const element = (labelled: boolean): fc.Arbitrary<TupleElement> =>
    labelled ? fc.record({ type, label: name }) : fc.record({ type });
  return fc
    .tuple(fc.boolean(), fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.boolean())
    .chain(([labelled, required, optional, rest]) =>
      fc.tuple(
        fc.array(element(labelled), { minLength: required, maxLength: required }),
        fc.array(
          element(labelled).map((item) => ({ ...item, optional: true })),
          { minLength: optional, maxLength: optional },
        ),
        fc.array(
          element(labelled).map((item) => ({ ...item, rest: true })),
          { minLength: rest ? 1 : 0, maxLength: rest ? 1 : 0 },
        ),
      ),
    )
    .map((parts) => parts.flat());
}

function parameterTypes(
  type: fc.Arbitrary<TypeNode>,
): fc.Arbitrary<{ name: string; type: TypeNode; optional?: boolean; rest?: boolean }[]> {
  const rest = fc.record({
    name,
    type: type.map((element): TypeNode => ({ kind: "array", element })),
    rest: fc.constant(true),
  });
  return fc
    .tuple(
      fc.array(fc.record({ name, type }), { maxLength: 2 }),
      fc.array(fc.record({ name, type, optional: fc.constant(true) }), { maxLength: 2 }),
      fc.array(rest, { maxLength: 1 }),
    )
    .map(([required, optional, more]) => unique([...required, ...optional, ...more]));
}

function unique<T extends { readonly name: string }>(items: readonly T[]): T[] {
  return items.map((item, index) => ({ ...item, name: `${item.name}${index === 0 ? "" : index}` }));
}

export function member(type: fc.Arbitrary<TypeNode>, documented: number): fc.Arbitrary<Member> {
  const docs = fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), comment)
    .map(([odds, value]) => (odds < documented ? { docs: value } : {}));
  const property = fc.record({
    kind: fc.constant("property" as const),
    key,
    type,
    optional: fc.boolean(),
    readonly: fc.boolean(),
  });
  const index = fc.record({
    kind: fc.constant("index" as const),
    keyName: fc.constant("key"),
    keyType: fc.constant({ kind: "keyword", name: "string" } as const),
    type,
  });
  return fc
    .tuple(fc.oneof({ weight: 8, arbitrary: property }, { weight: 1, arbitrary: index }), docs)
    .map(([value, comments]) => ({ ...value, ...comments }));
}

const identifier = name.map((text) => ({ kind: "identifier", name: text }) as const);
const access = fc
  .tuple(
    identifier,
    fc.array(fc.oneof({ weight: 4, arbitrary: name }, { weight: 1, arbitrary: text }), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([object, path]) =>
    path.reduce<ValueNode>(
      (target, property) => ({ kind: "access", object: target as never, property }),
      object,
    ),
  );

export function valueNode(depth = 4): fc.Arbitrary<ValueNode> {
  const literal: fc.Arbitrary<ValueNode> = fc.record({
    kind: fc.constant("literal" as const),
    value: fc.oneof(
      text,
      number,
      fc.boolean(),
      fc.constant(null),
      fc.bigInt({ min: -99n, max: 10n ** 20n }),
    ),
  });
  const leaf: fc.Arbitrary<ValueNode> = fc.oneof(
    { weight: 3, arbitrary: literal },
    { weight: 2, arbitrary: identifier },
    { weight: 1, arbitrary: access },
  );
  if (depth === 0) return leaf;
  const inner = fc.oneof(
    { weight: 2, arbitrary: leaf },
    { weight: 3, arbitrary: fc.memo((level: number) => valueNode(level))(depth - 1) },
  );
  const objectMember = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant("property" as const), key, value: inner }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("shorthand" as const), name }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("spread" as const), value: identifier }),
    },
  );
  return fc.oneof(
    { weight: 1, arbitrary: leaf },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("array" as const),
        elements: fc.oneof(
          fc.array(inner, { maxLength: 5 }),
          fc.array(
            number.map((value): ValueNode => ({ kind: "literal", value })),
            { maxLength: 40 },
          ),
        ),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("object" as const),
        members: fc.array(objectMember, { maxLength: 5 }),
        expanded: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("call" as const),
        callee: fc.oneof(identifier, access) as fc.Arbitrary<never>,
        arguments: fc.array(inner, { maxLength: 4 }),
        typeArguments: fc.oneof(
          { weight: 4, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.array(typeNode(1), { maxLength: 2 }) },
        ),
        new: fc.boolean(),
      }),
    },
  );
}

const typeParameters: fc.Arbitrary<TypeParameter[]> = fc
  .array(
    fc.record(
      { name: typeName, constraint: typeNode(1), default: typeNode(1) },
      { requiredKeys: ["name"] },
    ),
    { maxLength: 3 },
  )
  .map(unique);

const smallValue = fc.oneof(
  identifier,
  fc.constant({ kind: "object", members: [] } as const),
) as fc.Arbitrary<never>;

const parameters: fc.Arbitrary<Parameter[]> = fc
  .array(
    fc.oneof(
      fc.record({ name, type: typeNode(2) }),
      fc.record({ name, type: typeNode(2), optional: fc.constant(true) }),
      fc.record({ name, type: typeNode(1), default: smallValue }),
    ),
    { maxLength: 4 },
  )
  .map(unique);

const body: fc.Arbitrary<BodyStatement[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("return" as const), value: valueNode(2) }),
    fc.record({ kind: fc.constant("assign" as const), target: access, value: valueNode(2) }),
    fc.record({ kind: fc.constant("const" as const), name, value: valueNode(2) }),
  ),
  { maxLength: 2 },
);

const docs = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: comment.map((value) => ({ docs: value })) },
);
const declared = fc
  .tuple(fc.record({ name: typeName, exported: fc.boolean() }), docs)
  .map(([start, comments]) => ({ ...start, ...comments }));
const signature = fc.record(
  { typeParameters, parameters, returns: typeNode(3) },
  { requiredKeys: ["parameters"] },
);

const classMember: fc.Arbitrary<ClassMember> = fc
  .tuple(
    fc.oneof(
      fc.record(
        {
          kind: fc.constant("field" as const),
          name,
          type: typeNode(2),
          value: valueNode(2),
          readonly: fc.boolean(),
          private: fc.boolean(),
        },
        { requiredKeys: ["kind", "name"] },
      ),
      fc.record({ kind: fc.constant("constructor" as const), parameters, body }),
      fc
        .tuple(
          fc.record({ kind: fc.constant("method" as const), name, async: fc.boolean(), body }),
          signature,
        )
        .map(([start, rest]) => ({ ...start, ...rest })),
    ),
    docs,
  )
  .map(([value, comments]) => ({ ...value, ...comments }));

const specifiers: fc.Arbitrary<Specifier[]> = fc
  .array(fc.record({ name, alias: name, type: fc.boolean() }, { requiredKeys: ["name"] }), {
    maxLength: 7,
  })
  .map(unique);

function declaration<T extends object>(rest: fc.Arbitrary<T>): fc.Arbitrary<T & { name: string }> {
  return fc.tuple(declared, rest).map(([start, more]) => ({ ...start, ...more }));
}

export const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc.record({
    kind: fc.constant("import" as const),
    specifiers,
    from: fc.constantFrom("./x.js", "../operations/a-long-resource-name.js"),
  }),
  fc.record({
    kind: fc.constant("export" as const),
    specifiers,
    from: fc.constantFrom("./x.js", "../operations/a-long-resource-name.js"),
  }),
  fc.record({
    kind: fc.constant("exportAll" as const),
    from: fc.constant("./x.js"),
    type: fc.boolean(),
  }),
  declaration(
    fc.record({
      kind: fc.constant("interface" as const),
      typeParameters,
      extends: fc.array(
        fc.record({
          kind: fc.constant("reference" as const),
          name: typeName,
          typeArguments: fc.array(typeNode(2), { maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
      members: fc.array(member(typeNode(4), 0.5), { maxLength: 5 }),
    }),
  ),
  declaration(
    fc.record({ kind: fc.constant("typeAlias" as const), typeParameters, type: typeNode(5) }),
  ),
  declaration(
    fc.record(
      { kind: fc.constant("constant" as const), type: typeNode(3), value: valueNode(5) },
      { requiredKeys: ["kind", "value"] },
    ),
  ),
  declaration(
    fc
      .tuple(
        signature,
        fc.record({
          kind: fc.constant("function" as const),
          body,
          async: fc.boolean(),
          overloads: fc.array(
            fc.tuple(signature, docs).map(([start, rest]) => ({ ...start, ...rest })),
            { maxLength: 2 },
          ),
        }),
      )
      .map(([start, rest]) => ({ ...start, ...rest })),
  ),
  declaration(
    fc.record({
      kind: fc.constant("class" as const),
      typeParameters,
      members: fc.array(classMember, { maxLength: 4 }),
    }),
  ),
  declaration(
    fc.record({
      kind: fc.constant("enum" as const),
      declare: fc.boolean(),
      members: fc.array(fc.record({ key, value: fc.oneof(text, fc.nat()) }), { maxLength: 3 }),
    }),
  ),
);
