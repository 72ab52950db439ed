import type { ts as tsNamespace } from "ts-morph";
import type { TypeScript } from "./memory-program.ts";

/**
 * Whether a class of the facade consists of nothing but functions that are gone, or new, themselves: then nothing is
 * left to say about it.
 */
export function isSaidByFunctions(
  ts: TypeScript,
  node: tsNamespace.Node,
  names: ReadonlySet<string>,
): boolean {
  if (!ts.isClassDeclaration(node)) return false;
  const called = node.members.flatMap((member) => calledBy(ts, member) ?? []);
  return called.length > 0 && called.every((name) => names.has(name));
}

/** The same of a member: a method of such a function, or a resource of such a class. */
export function isMemberSaid(
  ts: TypeScript,
  { valueDeclaration: node }: tsNamespace.Symbol,
  names: ReadonlySet<string>,
): boolean {
  if (node === undefined) return false;
  const name = calledBy(ts, node) ?? classOf(ts, node);
  return name !== undefined && names.has(name);
}

/** `listPets` of `list(...): ReturnType<typeof listPets>`. */
function calledBy(ts: TypeScript, node: tsNamespace.Node): string | undefined {
  if (!ts.isMethodDeclaration(node) || node.type === undefined) return undefined;
  const [argument] = ts.isTypeReferenceNode(node.type) ? (node.type.typeArguments ?? []) : [];
  return argument && ts.isTypeQueryNode(argument) ? argument.exprName.getText() : undefined;
}

function classOf(ts: TypeScript, node: tsNamespace.Node): string | undefined {
  const type = ts.isPropertyDeclaration(node) ? node.type : undefined;
  return type && ts.isTypeReferenceNode(type) ? type.typeName.getText() : undefined;
}
