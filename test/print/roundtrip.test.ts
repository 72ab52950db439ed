/** What is printed means what was built: TypeScript reads it back as the same type. */

import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { printType, type Member, type TypeNode } from "../../generator/emit/print/index.ts";
import { simplify } from "../../generator/emit/print/simplify.ts";
import { typeNode } from "./arbitraries.ts";

test("a type survives printing and parsing", () => {
  fc.assert(
    fc.property(typeNode(4), (type) => {
      expect(read(printType(type))).toEqual(describe(type));
    }),
    { numRuns: Number(process.env["PRINT_RUNS"] ?? 500), seed: 1 },
  );
});

/** A type as nested arrays: what both sides are compared in. */
type Shape = string | readonly Shape[];

function describe(type: TypeNode): Shape {
  const node = simplify(type);
  switch (node.kind) {
    case "keyword":
      return node.name;
    case "literal":
      return ["literal", typeof node.value, Object.is(node.value, -0) ? "-0" : String(node.value)];
    case "template":
      return [
        "template",
        ...node.texts.flatMap((text, at) => (at === 0 ? [text] : [node.hole, text])),
      ];
    case "reference":
      return [node.name, ...(node.typeArguments ?? []).map(describe)];
    case "array":
      return readonly(["array", describe(node.element)], node.readonly);
    case "tuple": {
      const elements = node.elements.map(({ type: inner, label = "", optional, rest }) => [
        rest ? "..." : optional ? "?" : "",
        label,
        describe(inner),
      ]);
      return readonly(["tuple", ...elements], node.readonly);
    }
    case "union":
    case "intersection":
      return [node.kind, ...node.members.map(describe)];
    case "object":
      return ["object", ...node.members.map(describeMember)];
    case "function": {
      const parameters = node.parameters.map(({ name, type: inner, optional, rest }) => [
        rest ? "..." : optional ? "?" : "",
        name,
        describe(inner),
      ]);
      return ["function", ...parameters, describe(node.returns)];
    }
  }
}

function describeMember(member: Member): Shape {
  if (member.kind === "index") {
    return [
      member.readonly ? "readonly" : "",
      "index",
      member.keyName,
      describe(member.keyType),
      describe(member.type),
    ];
  }
  if (member.kind === "method") throw new Error("No method is made here.");
  return [
    member.readonly ? "readonly" : "",
    member.optional ? "?" : "",
    member.key,
    describe(member.type),
  ];
}

function readonly(shape: Shape, is: boolean | undefined): Shape {
  return is ? ["readonly", shape] : shape;
}

function read(text: string): Shape {
  const file = ts.createSourceFile("a.ts", `type A = ${text};`, ts.ScriptTarget.Latest, true);
  return readType((file.statements[0] as ts.TypeAliasDeclaration).type);
}

function readType(node: ts.TypeNode): Shape {
  if (ts.isParenthesizedTypeNode(node)) return readType(node.type);
  if (ts.isLiteralTypeNode(node)) return readLiteral(node.literal);
  if (ts.isTemplateLiteralTypeNode(node)) {
    const spans = node.templateSpans.flatMap((span) => [readType(span.type), span.literal.text]);
    return ["template", node.head.text, ...spans];
  }
  if (ts.isTypeReferenceNode(node))
    return [node.typeName.getText(), ...(node.typeArguments ?? []).map(readType)];
  if (ts.isArrayTypeNode(node)) return ["array", readType(node.elementType)];
  if (ts.isTypeOperatorNode(node)) return ["readonly", readType(node.type)];
  if (ts.isTupleTypeNode(node)) return ["tuple", ...node.elements.map(readElement)];
  if (ts.isUnionTypeNode(node)) return ["union", ...node.types.map(readType)];
  if (ts.isIntersectionTypeNode(node)) return ["intersection", ...node.types.map(readType)];
  if (ts.isTypeLiteralNode(node)) return ["object", ...node.members.map(readMember)];
  if (ts.isFunctionTypeNode(node))
    return ["function", ...node.parameters.map(readParameter), readType(node.type)];
  return node.getText();
}

function readLiteral(node: ts.LiteralTypeNode["literal"]): Shape {
  if (ts.isStringLiteral(node)) return ["literal", "string", node.text];
  if (node.kind === ts.SyntaxKind.NullKeyword) return "null";
  const text = node.getText();
  if (text.endsWith("n")) return ["literal", "bigint", text.slice(0, -1)];
  if (text === "true" || text === "false") return ["literal", "boolean", text];
  return ["literal", "number", Object.is(Number(text), -0) ? "-0" : String(Number(text))];
}

function readElement(node: ts.TypeNode | ts.NamedTupleMember): Shape {
  if (ts.isNamedTupleMember(node)) {
    return [mark(node.dotDotDotToken, node.questionToken), node.name.text, readType(node.type)];
  }
  if (ts.isOptionalTypeNode(node)) return ["?", "", readType(node.type)];
  if (ts.isRestTypeNode(node)) return ["...", "", readType(node.type)];
  return ["", "", readType(node)];
}

function readMember(node: ts.TypeElement): Shape {
  const { modifiers } = node as ts.PropertySignature | ts.IndexSignatureDeclaration;
  const word = modifiers === undefined ? "" : "readonly";
  if (ts.isIndexSignatureDeclaration(node)) {
    const [parameter] = node.parameters;
    return [
      word,
      "index",
      parameter?.name.getText() ?? "",
      readType(parameter?.type as ts.TypeNode),
      readType(node.type),
    ];
  }
  const property = node as ts.PropertySignature;
  const name = (property.name as ts.Identifier | ts.StringLiteral).text;
  return [
    word,
    mark(undefined, property.questionToken),
    name,
    readType(property.type as ts.TypeNode),
  ];
}

function readParameter(node: ts.ParameterDeclaration): Shape {
  return [
    mark(node.dotDotDotToken, node.questionToken),
    node.name.getText(),
    readType(node.type as ts.TypeNode),
  ];
}

function mark(rest: ts.Node | undefined, optional: ts.Node | undefined): string {
  if (rest !== undefined) return "...";
  return optional === undefined ? "" : "?";
}
