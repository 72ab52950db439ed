import type { CompilerOptions, ts as tsNamespace } from "ts-morph";

/** What a careful user's project says; its compiler is the one of ts-morph. */
export function consumerOptions(ts: typeof tsNamespace): CompilerOptions {
  return {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    // The declarations of the platform are not what is in question, and take a second.
    skipDefaultLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
    types: [],
  };
}

/** Whether something is declared by the platform: in the library files that ts-morph carries. */
export function isOfLibrary(node: tsNamespace.Node): boolean {
  return /\/typescript\/lib\/lib\.[\w.]+\.d\.ts$/.test(node.getSourceFile().fileName);
}
