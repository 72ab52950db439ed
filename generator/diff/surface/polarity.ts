import type { ts as tsNamespace } from "ts-morph";
import type { Export } from "./exports.ts";
import type { TypeScript } from "./memory-program.ts";

/** Whether programs make values of a type, get them, or both. */
export interface Polarity {
  readonly sent: boolean;
  readonly received: boolean;
}

type Side = keyof Polarity;

/**
 * Which way the values of each exported type travel, seen from a program: what functions take is sent, what they give
 * is received, and a function among what is sent turns it around again. A type that no function reaches counts as
 * received.
 */
export function polarities(
  ts: TypeScript,
  exported: ReadonlyMap<string, Export>,
): ReadonlyMap<string, Polarity> {
  const reached = new Map<string, Set<Side>>();
  const visit = (node: tsNamespace.Node | undefined, side: Side): void => {
    if (node === undefined) return;
    // What a type parameter may be is for the program to choose; the one of a mapped type goes over its keys.
    if (ts.isTypeParameterDeclaration(node) && !ts.isMappedTypeNode(node.parent))
      return visit(node.constraint, "sent");
    if (ts.isFunctionLike(node)) {
      for (const parameter of node.typeParameters ?? []) visit(parameter, side);
      for (const parameter of node.parameters) visit(parameter.type, opposite(side));
      visit(node.type, side);
      return;
    }
    if (ts.isIdentifier(node)) enter(node.text, side);
    ts.forEachChild(node, (child) => visit(child, side));
  };
  const enter = (name: string, side: Side): void => {
    const target = exported.get(name);
    const sides = reached.get(name) ?? new Set<Side>();
    if (target === undefined || sides.has(side)) return;
    reached.set(name, sides.add(side));
    visit(target.node, side);
  };
  for (const { name, node } of exported.values()) {
    if (ts.isFunctionDeclaration(node)) enter(name, "received");
  }
  return new Map(
    [...exported.keys()].map((name) => {
      const sides = reached.get(name);
      return [
        name,
        {
          sent: sides?.has("sent") === true,
          received: sides?.has("sent") !== true || sides.has("received"),
        },
      ];
    }),
  );
}

function opposite(side: Side): Side {
  return side === "sent" ? "received" : "sent";
}
