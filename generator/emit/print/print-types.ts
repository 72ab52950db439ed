/** Interfaces, type aliases and enums as text. */

import { nextLineLayout } from "./assignment-doc.ts";
import { type Doc, type Group, assignment, concat, fluid, group, indent, line } from "./doc.ts";
import { numberLiteral, propertyKey, stringLiteral } from "./encode.ts";
import { joinTexts } from "./lists.ts";
import { printMembers } from "./print-members.ts";
import { bodyStart, exportWord, withDocs } from "./print-parts.ts";
import { render } from "./render.ts";
import { hugsUnion, simplify } from "./simplify.ts";
import type { EnumStatement, InterfaceStatement, TypeAliasStatement } from "./statements.ts";
import { referenceDoc, typeLayout } from "./type-doc.ts";
import { areComplex, typeParametersDoc, typeParametersText } from "./type-parameters.ts";
import { referenceText, typeText } from "./type-text.ts";
import type { ReferenceType, TypeNode } from "./types.ts";

export function printInterface(statement: InterfaceStatement): string {
  const { members } = statement;
  const body = members.length === 0 ? " {}" : ` {${printMembers(members, 2)}\n}`;
  return render(headDoc(statement), 0, 0, bodyStart(body)) + body;
}

function headDoc(statement: InterfaceStatement): Group {
  const start = `${exportWord(statement)}interface ${statement.name}`;
  const { typeParameters, extends: parents = [] } = statement;
  const clause = parents.length === 0 ? "" : ` extends ${joinTexts(parents, ", ", referenceText)}`;
  return group(start + typeParametersText(typeParameters) + clause, () =>
    concat([start, typeParametersDoc(typeParameters), parentsLayout(parents)]),
  );
}

/** A lone parent stays on the line; several move to lines of their own together. */
function parentsLayout(parents: readonly ReferenceType[]): Doc {
  const docs = parents.map(referenceDoc);
  if (docs.length === 0) return "";
  if (docs.length === 1) return concat([" extends ", ...docs]);
  const names = docs.flatMap((doc, index) => (index === 0 ? [doc] : [",", line, doc]));
  const together = group(` ${joinTexts(parents, ", ", referenceText)}`, () =>
    indent(concat([line, ...names])),
  );
  return indent(concat([line, "extends", together]));
}

export function printTypeAlias(statement: TypeAliasStatement): string {
  const { typeParameters } = statement;
  const type = simplify(statement.type);
  const name = `${exportWord(statement)}type ${statement.name}`;
  const left = name + typeParametersText(typeParameters);
  const text = typeText(type, "alias");
  const right = group(text, () => typeLayout(type, "alias"));
  const doc = group(`${left} = ${text}`, () => {
    const parameters = typeParametersDoc(typeParameters);
    return aliasLayout(
      parameters === "" ? name : group(left, () => concat([name, parameters])),
      right,
      type,
      areComplex(typeParameters),
    );
  });
  return `${render(doc, 0, 0, ";")};`;
}

function aliasLayout(left: string | Group, right: Group, type: TypeNode, breaksLeft: boolean): Doc {
  if (type.kind === "union" && !hugsUnion(type))
    return nextLineLayout(left, " =", right, right.flat);
  if (breaksLeft) return concat([left, " = ", right]);
  if (typeof left === "string") return assignment(`${left} =`, right, "fluid");
  return concat([left, " =", fluid(right)]);
}

export function printEnum(statement: EnumStatement): string {
  const words = `${statement.declare ? "declare " : ""}${statement.const ? "const " : ""}enum`;
  const head = `${exportWord(statement)}${words} ${statement.name}`;
  if (statement.members.length === 0) return `${head} {}`;
  const members = statement.members.map(({ key, value, docs }) => {
    const text = typeof value === "string" ? stringLiteral(value) : numberLiteral(value);
    return withDocs(docs, `  ${propertyKey(key)} = ${text},`, "  ");
  });
  return `${head} {\n${members.join("\n")}\n}`;
}
