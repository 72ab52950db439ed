/** Classes as text. */

import { assignmentDoc } from "./assignment-doc.ts";
import { type Group, concat, group } from "./doc.ts";
import { functionHead } from "./function-head.ts";
import { printBlock, typedName } from "./print-code.ts";
import { bodyStart, exportWord, withDocs } from "./print-parts.ts";
import { render } from "./render.ts";
import type { ClassMember, ClassStatement, FieldMember } from "./statements.ts";
import { referenceDoc } from "./type-doc.ts";
import { typeParametersDoc, typeParametersText } from "./type-parameters.ts";
import { referenceText } from "./type-text.ts";

export function printClass(statement: ClassStatement): string {
  const body = statement.members.length === 0 ? " {}" : ` {\n${printMembers(statement.members)}}`;
  return render(headDoc(statement), 0, 0, bodyStart(body)) + body;
}

function headDoc(statement: ClassStatement): Group {
  const { typeParameters, extends: parent } = statement;
  const start = `${exportWord(statement)}class ${statement.name}`;
  const clause = parent === undefined ? "" : ` extends ${referenceText(parent)}`;
  return group(start + typeParametersText(typeParameters) + clause, () =>
    concat([
      start,
      typeParametersDoc(typeParameters),
      ...(parent === undefined ? [] : [" extends ", referenceDoc(parent)]),
    ]),
  );
}

function printMembers(members: readonly ClassMember[]): string {
  return members
    .map((member, index) => {
      const text = withDocs(member.docs, `  ${printMember(member)}\n`, "  ");
      return standsApart(member, members[index - 1]) ? `\n${text}` : text;
    })
    .join("");
}

/** Fields without docs stand together; everything else is set apart by a blank line. */
function standsApart(member: ClassMember, previous: ClassMember | undefined): boolean {
  if (previous === undefined) return false;
  return member.kind !== "field" || previous.kind !== "field" || member.docs !== undefined;
}

function printMember(member: ClassMember): string {
  switch (member.kind) {
    case "field":
      return printField(member);
    case "constructor":
      return printBlock(functionHead("constructor", member), member.body, 2);
    case "method": {
      const head = member.async ? `async ${member.name}` : member.name;
      return printBlock(functionHead(head, member), member.body, 2);
    }
  }
}

function printField(member: FieldMember): string {
  const name = `${member.readonly ? "readonly " : ""}${member.private ? "#" : ""}${member.name}`;
  const left = member.type === undefined ? name : typedName(name, member.type);
  const doc = member.value === undefined ? left : assignmentDoc(left, " =", member.value);
  return `${render(doc, 2, 2, ";")};`;
}
