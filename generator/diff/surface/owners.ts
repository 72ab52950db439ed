import type { ts as tsNamespace } from "ts-morph";
import type { Export } from "./exports.ts";
import type { TypeScript } from "./memory-program.ts";

/** The functions that types of parameters, results and headers belong to: those declared in the same module. */
export function ownersOf(
  ts: TypeScript,
  exported: ReadonlyMap<string, Export>,
): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { name, node } of exported.values()) {
    if (!ts.isFunctionDeclaration(node)) continue;
    const file = node.getSourceFile().fileName;
    if (!file.includes("/operations/")) continue;
    const own = (one: tsNamespace.Node): void => {
      for (const type of namesIn(ts, one)) {
        const near = exported.get(type)?.node;
        if (near === undefined || near.getSourceFile().fileName !== file) continue;
        if (owners.has(type) || ts.isFunctionDeclaration(near)) continue;
        owners.set(type, name);
        own(near);
      }
    };
    own(node);
  }
  return owners;
}

/** The names in a declaration, but not in the body of a function. */
function namesIn(ts: TypeScript, node: tsNamespace.Node): readonly string[] {
  const names: string[] = [];
  const visit = (one: tsNamespace.Node): void => {
    if (ts.isBlock(one)) return;
    if (ts.isIdentifier(one)) names.push(one.text);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return names;
}
