/** Statements as text. */

import { commentLines, type Comment } from "./comment.ts";
import { type Doc, concat, fluid, group, ifBroken, indent, join, line } from "./doc.ts";
import { numberLiteral, propertyKey, stringLiteral } from "./encode.ts";
import { render } from "./render.ts";
import type {
  BodyStatement,
  ClassMember,
  ClassStatement,
  ConstantStatement,
  EnumStatement,
  ExportAllStatement,
  ExportStatement,
  FunctionStatement,
  ImportStatement,
  InterfaceStatement,
  Parameter,
  Signature,
  Specifier,
  Statement,
  TypeAliasStatement,
} from "./statements.ts";
import {
  hugsUnion,
  memberDoc,
  parameterListDoc,
  parameterName,
  referenceDoc,
  signatureDoc,
  simplify,
  typeDoc,
  typeParametersDoc,
} from "./type-doc.ts";
import type { Member, TypeNode } from "./types.ts";
import type { ValueNode } from "./values.ts";
import { assignmentDoc, inlineDoc, valueDoc } from "./value-doc.ts";

/** A statement with its docs, without a line end. */
export function printStatement(statement: Statement): string {
  switch (statement.kind) {
    case "import":
      return printImport(statement);
    case "export":
      return printExport(statement);
    case "exportAll":
      return printExportAll(statement);
    case "interface":
      return withDocs(statement.docs, printInterface(statement));
    case "typeAlias":
      return withDocs(statement.docs, printTypeAlias(statement));
    case "constant":
      return withDocs(statement.docs, printConstant(statement));
    case "function":
      return printFunction(statement);
    case "class":
      return withDocs(statement.docs, printClass(statement));
    case "enum":
      return withDocs(statement.docs, printEnum(statement));
    case "raw":
      return statement.text;
  }
}

function withDocs(docs: Comment | undefined, text: string, indent = ""): string {
  const lines = docs === undefined ? [] : commentLines(docs, indent);
  lines.push(text);
  return lines.join("\n");
}

function exportWord(statement: { readonly exported?: boolean }): string {
  return statement.exported ? "export " : "";
}

function printImport(statement: ImportStatement): string {
  const from = stringLiteral(statement.from);
  if (statement.specifiers.length === 0) return `import ${from};`;
  return specifierList("import", statement.specifiers, ` from ${from};`);
}

function printExport(statement: ExportStatement): string {
  const from = statement.from === undefined ? ";" : ` from ${stringLiteral(statement.from)};`;
  return statement.specifiers.length === 0
    ? `export {}${from}`
    : specifierList("export", statement.specifiers, from);
}

function printExportAll(statement: ExportAllStatement): string {
  const type = statement.type ? "type " : "";
  const name = statement.name === undefined ? "" : ` as ${statement.name}`;
  return `export ${type}*${name} from ${stringLiteral(statement.from)};`;
}

function specifierList(word: string, specifiers: readonly Specifier[], end: string): string {
  const typeOnly = specifiers.every((specifier) => specifier.type);
  const names = [...specifiers]
    .sort(bySpecifier)
    .map((specifier) => specifierText(specifier, typeOnly));
  const start = typeOnly ? `${word} type ` : `${word} `;
  const only = names.length === 1 ? names[0] : undefined;
  if (only !== undefined) return `${start}{ ${only} }${end}`;
  const list = group(
    concat(["{", indent(concat([line, join([",", line], names)])), ifBroken(","), line, "}"]),
  );
  return render(concat([start, list, end]), 0, 0);
}

function bySpecifier(a: Specifier, b: Specifier): number {
  return compare(a.name, b.name) || compare(a.alias ?? a.name, b.alias ?? b.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function specifierText(specifier: Specifier, typeOnly: boolean): string {
  const type = specifier.type && !typeOnly ? "type " : "";
  const alias =
    specifier.alias === undefined || specifier.alias === specifier.name
      ? ""
      : ` as ${specifier.alias}`;
  return type + specifier.name + alias;
}

function printInterface(statement: InterfaceStatement): string {
  const head = `${exportWord(statement)}interface`;
  const name = concat([" ", statement.name, typeParametersDoc(statement.typeParameters)]);
  const heritage = (statement.extends ?? []).map(referenceDoc);
  const clause =
    heritage.length > 1
      ? group(
          concat([
            name,
            indent(
              concat([line, "extends", group(indent(concat([line, join([",", line], heritage)])))]),
            ),
          ]),
        )
      : concat(heritage.length === 0 ? [name] : [name, " extends ", ...heritage]);
  const body = statement.members.length === 0 ? " {}" : ` {\n${printMembers(statement.members)}}`;
  return render(concat([head, clause]), 0, 0, firstLine(body)) + body;
}

function firstLine(body: string): string {
  return body === " {}" ? body : " {";
}

function printMembers(members: readonly Member[]): string {
  let text = "";
  for (const member of members) {
    const docs = member.docs === undefined ? [] : commentLines(member.docs, "  ");
    if (docs.length > 0) text += `${text === "" ? "" : "\n"}${docs.join("\n")}\n`;
    text += `  ${render(memberDoc(member), 2, 2, ";")};\n`;
  }
  return text;
}

function printTypeAlias(statement: TypeAliasStatement): string {
  const left = concat([
    `${exportWord(statement)}type ${statement.name}`,
    typeParametersDoc(statement.typeParameters),
  ]);
  return `${render(typeAssignmentDoc(left, statement), 0, 0, ";")};`;
}

function typeAssignmentDoc(left: Doc, statement: TypeAliasStatement): Doc {
  const { typeParameters = [] } = statement;
  const type = simplify(statement.type);
  const right = typeDoc(type, "alias");
  if (type.kind === "union" && !hugsUnion(type))
    return group(concat([group(left), " =", group(indent(concat([line, right])))]));
  const complex =
    typeParameters.length > 1 &&
    typeParameters.some((parameter) => parameter.constraint ?? parameter.default);
  if (complex) return group(concat([left, " = ", group(right)]));
  return group(concat([group(left), " =", fluid(right)]));
}

function printConstant(statement: ConstantStatement): string {
  const name = `${exportWord(statement)}const ${statement.name}`;
  const left = statement.type === undefined ? name : concat([name, ": ", typeDoc(statement.type)]);
  const value: ValueNode =
    statement.value.kind === "object" ? { ...statement.value, expanded: true } : statement.value;
  const doc = assignmentDoc(left, " =", value, { breaksLeft: hasNestedArguments(statement.type) });
  const end = statement.asConst ? " as const;" : ";";
  return `${render(doc, 0, 0, end)}${end}`;
}

/** A type of several arguments, one of which has arguments itself, breaks rather than the value. */
function hasNestedArguments(type: TypeNode | undefined): boolean {
  if (type === undefined) return false;
  const typeArguments = argumentsOf(type);
  return (
    typeArguments.length > 1 && typeArguments.some((argument) => argumentsOf(argument).length > 0)
  );
}

function argumentsOf(type: TypeNode): readonly TypeNode[] {
  const simple = simplify(type);
  return simple.kind === "reference" ? (simple.typeArguments ?? []) : [];
}

function printFunction(statement: FunctionStatement): string {
  const head = `${exportWord(statement)}${statement.async ? "async " : ""}function ${statement.name}`;
  const overloads = (statement.overloads ?? []).map((overload) =>
    withDocs(overload.docs, `${render(functionDoc(head, overload), 0, 0, ";")};`),
  );
  const implementation = withDocs(
    statement.docs,
    printBlock(functionDoc(head, statement), statement.body, 0),
  );
  return [...overloads, implementation].join("\n");
}

function functionDoc(head: string, signature: Signature): Doc {
  const parameters = parameterListDoc(signature.parameters, parameterDoc);
  const rest =
    signature.returns === undefined
      ? group(parameters)
      : signatureDoc(
          parameters,
          signature.parameters.length,
          ": ",
          signature.returns,
          signature.typeParameters,
        );
  return concat([head, typeParametersDoc(signature.typeParameters), rest]);
}

function parameterDoc(parameter: Parameter): Doc {
  const parts: Doc[] = [parameterName(parameter)];
  if (parameter.type !== undefined) parts.push(": ", typeDoc(parameter.type));
  if (parameter.default !== undefined) parts.push(" = ", valueDoc(parameter.default));
  return concat(parts);
}

function printBlock(head: Doc, body: readonly BodyStatement[], indent: number): string {
  if (body.length === 0) return `${render(head, indent, indent, " {}")} {}`;
  const margin = " ".repeat(indent);
  const text = render(head, indent, indent, " {");
  const lines = body.map(
    (statement) => `${margin}  ${render(bodyDoc(statement), indent + 2, indent + 2, ";")};`,
  );
  return `${text} {\n${lines.join("\n")}\n${margin}}`;
}

function bodyDoc(statement: BodyStatement): Doc {
  switch (statement.kind) {
    case "return":
      return concat(["return ", valueDoc(statement.value)]);
    case "expression":
      return valueDoc(statement.value);
    case "assign":
      return assignmentDoc(inlineDoc(statement.target), " =", statement.value, {
        inline: statement.target.kind === "access",
      });
    case "const":
      return assignmentDoc(`const ${statement.name}`, " =", statement.value);
  }
}

function printClass(statement: ClassStatement): string {
  const heritage =
    statement.extends === undefined ? [] : [" extends ", referenceDoc(statement.extends)];
  const head = concat([
    `${exportWord(statement)}class ${statement.name}`,
    typeParametersDoc(statement.typeParameters),
    ...heritage,
  ]);
  const body = statement.members.length === 0 ? " {}" : ` {\n${joinMembers(statement.members)}\n}`;
  return render(head, 0, 0, firstLine(body)) + body;
}

/** Fields without docs stand together; everything else is set apart by a blank line. */
function joinMembers(members: readonly ClassMember[]): string {
  return members
    .map((member, index) => {
      const apart =
        index > 0 &&
        (member.kind !== "field" ||
          member.docs !== undefined ||
          members[index - 1]?.kind !== "field");
      return (apart ? "\n" : "") + withDocs(member.docs, `  ${classMember(member)}`, "  ");
    })
    .join("\n");
}

function classMember(member: ClassMember): string {
  switch (member.kind) {
    case "field": {
      const name = `${member.readonly ? "readonly " : ""}${member.private ? "#" : ""}${member.name}`;
      const left = member.type === undefined ? name : concat([name, ": ", typeDoc(member.type)]);
      const doc = member.value === undefined ? left : assignmentDoc(left, " =", member.value);
      return `${render(doc, 2, 2, ";")};`;
    }
    case "constructor":
      return printBlock(functionDoc("constructor", member), member.body, 2);
    case "method":
      return printBlock(
        functionDoc(`${member.async ? "async " : ""}${member.name}`, member),
        member.body,
        2,
      );
  }
}

function printEnum(statement: EnumStatement): string {
  const head = `${exportWord(statement)}${statement.declare ? "declare " : ""}${statement.const ? "const " : ""}enum ${statement.name}`;
  if (statement.members.length === 0) return `${head} {}`;
  const members = statement.members.map(({ key, value, docs }) => {
    const text = typeof value === "string" ? stringLiteral(value) : numberLiteral(value);
    return withDocs(docs, `  ${propertyKey(key)} = ${text},`, "  ");
  });
  return `${head} {\n${members.join("\n")}\n}`;
}
