/** Classes as text. */

import { assignmentDoc } from "./assignment-doc.ts";
import { concat } from "./doc.ts";
import { functionDoc, printBlock } from "./print-code.ts";
import { bodyStart, exportWord, withDocs } from "./print-parts.ts";
import { render } from "./render.ts";
import { typeParametersDoc } from "./signature-doc.ts";
import type { ClassMember, ClassStatement, FieldMember } from "./statements.ts";
import { referenceDoc, typeDoc } from "./type-doc.ts";

export function printClass(statement: ClassStatement): string {
  const parent = statement.extends === undefined ? "" : referenceDoc(statement.extends);
  const head = concat([
    `${exportWord(statement)}class ${statement.name}`,
    typeParametersDoc(statement.typeParameters),
    parent === "" ? "" : " extends ",
    parent,
  ]);
  const body = statement.members.length === 0 ? " {}" : ` {\n${printMembers(statement.members)}}`;
  return render(head, 0, 0, bodyStart(body)) + body;
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
      return printBlock(functionDoc("constructor", member), member.body, 2);
    case "method": {
      const head = member.async ? `async ${member.name}` : member.name;
      return printBlock(functionDoc(head, member), member.body, 2);
    }
  }
}

function printField(member: FieldMember): string {
  const name = `${member.readonly ? "readonly " : ""}${member.private ? "#" : ""}${member.name}`;
  const left = member.type === undefined ? name : concat([name, ": ", typeDoc(member.type)]);
  const doc = member.value === undefined ? left : assignmentDoc(left, " =", member.value);
  return `${render(doc, 2, 2, ";")};`;
}
