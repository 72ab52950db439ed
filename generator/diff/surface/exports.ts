import type { ts as tsNamespace } from "ts-morph";
import type { Packages } from "./open-packages.ts";

export interface Export {
  readonly name: string;
  readonly node: tsNamespace.Declaration;
  /** What a function is called with and gives, or the whole declaration; comments left out. */
  readonly text: string;
}

/** Everything that users can import from a package, by name; the runtime's own things too. */
export function exportsOf(
  { ts, checker }: Packages,
  entries: readonly tsNamespace.SourceFile[],
): ReadonlyMap<string, Export> {
  const found = new Map<string, Export>();
  for (const entry of entries) {
    const symbol = checker.getSymbolAtLocation(entry);
    for (const one of symbol === undefined ? [] : checker.getExportsOfModule(symbol)) {
      const isAlias = (one.flags & ts.SymbolFlags.Alias) !== 0;
      const [node] = (isAlias ? checker.getAliasedSymbol(one) : one).declarations ?? [];
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
export function textOf(ts: Packages["ts"], node: tsNamespace.Node): string {
  const printer = ts.createPrinter({ removeComments: true });
  const print = (one: tsNamespace.Node): string =>
    printer.printNode(ts.EmitHint.Unspecified, one, node.getSourceFile());
  if (!ts.isFunctionDeclaration(node)) return print(node);
  return [...node.parameters, ...(node.type === undefined ? [] : [node.type])]
    .map(print)
    .join(", ");
}
