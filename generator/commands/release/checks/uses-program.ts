import type { ts as tsNamespace } from "ts-morph";
import { type Export, exportsOf } from "../../../diff/surface/exports.ts";
import { polarities, type Polarity } from "../../../diff/surface/polarity.ts";
import type { TypeWorld } from "../../../diff/surface/type-world.ts";
import { qualified } from "./qualified.ts";

type TypeNode = tsNamespace.TypeNode;

/** A line of a program that was written against a version, and what it is about. */
export interface Use {
  /** `listPets`, `Pet.name` */
  readonly subject: string;
  /** An expression on one line; `sdk0` is the package. */
  readonly line: string;
}

/**
 * What programs can do with a package, derived from its declarations: name each export, call each function and method as
 * it is declared, read each member of what comes back as what it was, give each member of what is sent. Which way values
 * travel is decided as in the comparison of surfaces.
 */
export function usesOf(
  world: TypeWorld,
  entry: tsNamespace.SourceFile,
  sdk: string,
): readonly Use[] {
  const exported = exportsOf(world, [entry]);
  const sides = polarities(world.ts, exported);
  return [...exported.values()].flatMap((one) => {
    const polarity = sides.get(one.name) ?? { sent: true, received: true };
    return usesOfExport({ world, exported, sdk, polarity }, one);
  });
}

interface Scope {
  readonly world: TypeWorld;
  readonly exported: ReadonlyMap<string, Export>;
  readonly sdk: string;
  readonly polarity: Polarity;
}

function usesOfExport(scope: Scope, { name, node }: Export): readonly Use[] {
  const { ts } = scope.world;
  const named = `${scope.sdk}.${name}`;
  if (ts.isFunctionDeclaration(node))
    return [{ subject: name, line: callOf(scope, node, named) ?? named }];
  if (ts.isVariableDeclaration(node)) return [{ subject: name, line: named }];
  const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
  if (!isType && !ts.isClassDeclaration(node)) return [];
  const whole = { subject: name, line: isType ? `null! as ${named}` : named };
  // What a type parameter stands for is known where the type is used.
  if (node.typeParameters !== undefined) return isType ? [] : [whole];
  const shape = ts.isTypeAliasDeclaration(node) ? node.type : node;
  if (ts.isTypeNode(shape) && !ts.isTypeLiteralNode(shape))
    return typeUses(scope, { subject: name, now: named, type: shape });
  return [whole, ...shape.members.flatMap((member) => memberUses(scope, name, member))];
}

/** Calls it with what it took, and takes the answer for what it was; undefined where these are not exported. */
function callOf(
  scope: Scope,
  node: tsNamespace.FunctionDeclaration | tsNamespace.MethodDeclaration,
  callee: string,
  receiver?: string,
): string | undefined {
  const parameters = node.parameters.map((one) => qualified(scope, one));
  const result = node.type && qualified(scope, node.type);
  const isSimple = node.typeParameters === undefined && result !== undefined;
  if (!isSimple || parameters.includes(undefined)) return undefined;
  const taken = [...(receiver === undefined ? [] : [receiver]), ...parameters].join(", ");
  const given = node.parameters.map((one) => one.name.getText()).join(", ");
  return `(${taken}): ${result} => ${callee}(${given})`;
}

type Member = tsNamespace.TypeElement | tsNamespace.ClassElement;

function memberUses(scope: Scope, owner: string, member: Member): readonly Use[] {
  const { ts } = scope.world;
  const { name } = member;
  if (name === undefined || ts.isComputedPropertyName(name)) return [];
  const key = ts.isIdentifier(name) ? JSON.stringify(name.text) : name.getText();
  const subject = `${owner}.${name.getText()}`;
  const named = `${scope.sdk}.${owner}`;
  const now = `${named}[${key}]`;
  if (ts.isMethodDeclaration(member)) {
    const call = callOf(scope, member, `self[${key}]`, `self: ${named}`);
    return [{ subject, line: call ?? `null! as ${now}` }];
  }
  const isProperty = ts.isPropertySignature(member) || ts.isPropertyDeclaration(member);
  if (!isProperty || member.type === undefined) return [];
  return typeUses(scope, {
    subject,
    now,
    type: member.type,
    isOptional: member.questionToken !== undefined,
  });
}

interface TypeUse {
  readonly subject: string;
  /** The type in the program: of the version that it is compiled with. */
  readonly now: string;
  /** The type as it was declared. */
  readonly type: TypeNode;
  readonly isOptional?: boolean;
}

/** Received: it still is what it was. Sent: it still takes what it took. */
function typeUses(scope: Scope, { subject, now, type, isOptional }: TypeUse): readonly Use[] {
  const was = qualified(scope, type);
  if (was === undefined) return [{ subject, line: `null! as ${now}` }];
  const old = isOptional === true ? `${was} | undefined` : was;
  const taken = isOptional === true ? `Exclude<${now}, undefined>` : now;
  const { received, sent } = scope.polarity;
  return [
    ...(received ? [{ subject, line: `(value: ${now}): ${old} => value` }] : []),
    ...(sent ? [{ subject, line: `(value: ${was}): ${taken} => value` }] : []),
  ];
}
