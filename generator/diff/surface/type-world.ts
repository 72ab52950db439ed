import type { ts as tsNamespace } from "ts-morph";
import type { TypeScript } from "./memory-program.ts";

/** What is needed to look at the types of a program. */
export interface TypeWorld {
  readonly ts: TypeScript;
  readonly checker: tsNamespace.TypeChecker;
}

/** What a symbol is declared by; of an import or an export of something else, what that is declared by. */
export function declarationOf(
  { ts, checker }: TypeWorld,
  symbol: tsNamespace.Symbol,
): tsNamespace.Declaration | undefined {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return (isAlias ? checker.getAliasedSymbol(symbol) : symbol).declarations?.[0];
}
