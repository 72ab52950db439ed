import type { ts as tsNamespace } from "ts-morph";
import type { TypeScript } from "./memory-program.ts";
import { declarationOf, type TypeWorld } from "./type-world.ts";

export interface Export {
  readonly name: string;
  readonly node: tsNamespace.Declaration;
  /** What a function is called with and gives, or the whole declaration; comments left out. */
  readonly text: string;
}

/** Everything that users can import from a package, by name; the runtime's own things too. */
export function exportsOf(
  world: TypeWorld,
  entries: readonly tsNamespace.SourceFile[],
): ReadonlyMap<string, Export> {
  const { ts, checker } = world;
  const found = new Map<string, Export>();
  for (const entry of entries) {
    const symbol = checker.getSymbolAtLocation(entry);
    for (const one of symbol === undefined ? [] : checker.getExportsOfModule(symbol)) {
      const node = declarationOf(world, one);
      if (node !== undefined) found.set(one.name, { name: one.name, node, text: textOf(ts, node) });
    }
  }
  return found;
}

/** The text of a node as the file has it, on one line. */
export function textIn(node: tsNamespace.Node): string {
  return node.getText().replace(/\s+/g, " ");
}

/** The text of a node without its comments, so that documentation makes no difference. */
export function textOf(ts: TypeScript, node: tsNamespace.Node): string {
  const printer = ts.createPrinter({ removeComments: true });
  const print = (one: tsNamespace.Node): string =>
    printer.printNode(ts.EmitHint.Unspecified, one, node.getSourceFile());
  if (!ts.isFunctionDeclaration(node)) return print(node);
  return [...node.parameters, ...(node.type === undefined ? [] : [node.type])]
    .map(print)
    .join(", ");
}
