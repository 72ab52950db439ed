/** Interfaces, type aliases and enums as text. */

import { nextLineDoc } from "./assignment-doc.ts";
import { hugsUnion, simplify } from "./combined-doc.ts";
import { printComment } from "./comment.ts";
import { type Doc, assignment, concat, fluid, group, indent, line } from "./doc.ts";
import { numberLiteral, propertyKey, stringLiteral } from "./encode.ts";
import { bodyStart, exportWord, withDocs } from "./print-parts.ts";
import { render } from "./render.ts";
import { areComplex, typeParametersDoc } from "./signature-doc.ts";
import type { EnumStatement, InterfaceStatement, TypeAliasStatement } from "./statements.ts";
import { memberDoc, referenceDoc, typeDoc } from "./type-doc.ts";
import type { Member, ReferenceType } from "./types.ts";

export function printInterface(statement: InterfaceStatement): string {
  const name = concat([` ${statement.name}`, typeParametersDoc(statement.typeParameters)]);
  const head = concat([
    `${exportWord(statement)}interface`,
    headDoc(name, statement.extends ?? []),
  ]);
  const body = statement.members.length === 0 ? " {}" : ` {\n${printMembers(statement.members)}}`;
  return render(head, 0, 0, bodyStart(body)) + body;
}

/** A lone parent stays on the line; several move to lines of their own together. */
function headDoc(name: Doc, parents: readonly ReferenceType[]): Doc {
  const docs = parents.map(referenceDoc);
  if (docs.length === 0) return name;
  if (docs.length === 1) return concat([name, " extends ", ...docs]);
  const names = docs.flatMap((doc, index) => (index === 0 ? [doc] : [",", line, doc]));
  const clause = concat([line, "extends", group(indent(concat([line, ...names])))]);
  return group(concat([name, indent(clause)]));
}

/** A documented member is set apart by a blank line. */
function printMembers(members: readonly Member[]): string {
  let text = "";
  for (const member of members) {
    const docs = member.docs === undefined ? "" : printComment(member.docs, "  ");
    if (docs !== "") text += text === "" ? `${docs}\n` : `\n${docs}\n`;
    text += `  ${render(memberDoc(member), 2, 2, ";")};\n`;
  }
  return text;
}

export function printTypeAlias(statement: TypeAliasStatement): string {
  const name = `${exportWord(statement)}type ${statement.name}`;
  const left = concat([name, typeParametersDoc(statement.typeParameters)]);
  return `${render(aliasDoc(left, statement), 0, 0, ";")};`;
}

function aliasDoc(left: Doc, statement: TypeAliasStatement): Doc {
  const type = simplify(statement.type);
  const right = typeDoc(type, "alias");
  if (type.kind === "union" && !hugsUnion(type)) return nextLineDoc(left, " =", right);
  if (areComplex(statement.typeParameters)) return group(concat([left, " = ", group(right)]));
  if (typeof left === "string") return assignment(`${left} =`, right, "fluid");
  return group(concat([group(left), " =", fluid(right)]));
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
