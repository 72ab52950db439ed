import type { ts as tsNamespace } from "ts-morph";
import type { TypeScript } from "./memory-program.ts";
import { declarationOf, type TypeWorld } from "./type-world.ts";

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

/** The function that a method of the facade calls. */
export function functionOf(
  world: TypeWorld,
  method: tsNamespace.MethodDeclaration,
): tsNamespace.FunctionDeclaration | undefined {
  const name = nameInType(world.ts, method);
  const symbol = name && world.checker.getSymbolAtLocation(name);
  const node = symbol && declarationOf(world, symbol);
  return node && world.ts.isFunctionDeclaration(node) ? node : undefined;
}

function calledBy(ts: TypeScript, node: tsNamespace.Node): string | undefined {
  return ts.isMethodDeclaration(node) ? nameInType(ts, node)?.getText() : undefined;
}

/** `listPets` of `list(...): ReturnType<typeof listPets>`. */
function nameInType(
  ts: TypeScript,
  { type }: tsNamespace.MethodDeclaration,
): tsNamespace.EntityName | undefined {
  if (type === undefined || !ts.isTypeReferenceNode(type)) return undefined;
  const [argument] = type.typeArguments ?? [];
  return argument && ts.isTypeQueryNode(argument) ? argument.exprName : undefined;
}

function classOf(ts: TypeScript, node: tsNamespace.Node): string | undefined {
  const type = ts.isPropertyDeclaration(node) ? node.type : undefined;
  return type && ts.isTypeReferenceNode(type) ? type.typeName.getText() : undefined;
}
