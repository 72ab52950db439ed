/** Constants and functions as text. */

import { assignmentDoc } from "./assignment-doc.ts";
import { type Doc, type Group, concat, group } from "./doc.ts";
import { functionHead } from "./function-head.ts";
import { exportWord, withDocs } from "./print-parts.ts";
import { render } from "./render.ts";
import { simplify } from "./simplify.ts";
import type { BodyStatement, ConstantStatement, FunctionStatement } from "./statements.ts";
import { typeDoc } from "./type-doc.ts";
import { typeText } from "./type-text.ts";
import type { TypeNode } from "./types.ts";
import { inlineDoc, valueDoc } from "./value-doc.ts";
import { valueText } from "./value-text.ts";
import type { ValueNode } from "./values.ts";

export function printConstant(statement: ConstantStatement): string {
  const name = `${exportWord(statement)}const ${statement.name}`;
  const left = statement.type === undefined ? name : typedName(name, statement.type);
  const doc = assignmentDoc(left, " =", expandedAtTop(statement.value), {
    breaksLeft: statement.type !== undefined && hasNestedArguments(statement.type),
    ...(statement.asConst ? { suffix: " as const" } : {}),
  });
  return `${render(doc, 0, 0, ";")};`;
}

/** `name: Type` */
export function typedName(name: string, type: TypeNode): Group {
  return group(`${name}: ${typeText(type)}`, () => concat([`${name}: `, typeDoc(type)]));
}

function expandedAtTop(value: ValueNode): ValueNode {
  return value.kind === "object" && value.members.length > 0 ? { ...value, expanded: true } : value;
}

/** A type of several arguments, one of which has arguments itself, breaks rather than the value. */
function hasNestedArguments(type: TypeNode): boolean {
  const types = argumentsOf(type);
  return types.length > 1 && types.some((argument) => argumentsOf(argument).length > 0);
}

function argumentsOf(type: TypeNode): readonly TypeNode[] {
  const simple = simplify(type);
  return simple.kind === "reference" ? (simple.typeArguments ?? []) : [];
}

export function printFunction(statement: FunctionStatement): string {
  const word = statement.async ? "async function" : "function";
  const head = `${exportWord(statement)}${word} ${statement.name}`;
  const overloads = (statement.overloads ?? []).map((overload) =>
    withDocs(overload.docs, `${render(functionHead(head, overload), 0, 0, ";")};`),
  );
  const block = printBlock(functionHead(head, statement), statement.body, 0);
  return [...overloads, withDocs(statement.docs, block)].join("\n");
}

/** A head and the statements between its braces; `indent` is where the head starts. */
export function printBlock(head: Doc, body: readonly BodyStatement[], indent: number): string {
  if (body.length === 0) return `${render(head, indent, indent, " {}")} {}`;
  const margin = " ".repeat(indent);
  const inner = indent + 2;
  const lines = body.map(
    (statement) => `${margin}  ${render(bodyDoc(statement), inner, inner, ";")};\n`,
  );
  return `${render(head, indent, indent, " {")} {\n${lines.join("")}${margin}}`;
}

function bodyDoc(statement: BodyStatement): Doc {
  switch (statement.kind) {
    case "return":
      return group(`return ${valueText(statement.value)}`, () =>
        concat(["return ", valueDoc(statement.value)]),
      );
    case "expression":
      return valueDoc(statement.value);
    case "assign": {
      const { target } = statement;
      const left = group(valueText(target), () => inlineDoc(target));
      return assignmentDoc(left, " =", statement.value, { inline: target.kind === "access" });
    }
    case "const":
      return assignmentDoc(`const ${statement.name}`, " =", statement.value);
  }
}
