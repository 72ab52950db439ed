import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { temporaryFolder, writeFiles } from "../harness/folders.ts";
import { generateFrom } from "../harness/generate.ts";
import { syntheticDocument } from "./document.ts";

/** What TypeScript does to check an SDK, beyond the library's own types: the same number in every run. */
export interface TypeWork {
  readonly types: number;
  readonly instantiations: number;
}

/** The work of checking the SDK of the synthetic document. Throws when it does not compile. */
export async function measureTypeWork(resources: number): Promise<TypeWork> {
  using folder = temporaryFolder();
  const document = join(folder.path, "document.json");
  writeFileSync(document, JSON.stringify(syntheticDocument(resources)));
  const { files } = await generateFrom(document);
  writeFiles(folder.path, files);
  const program = ts.createProgram([join(folder.path, "index.ts")], {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  });
  const [mistake] = program.getSemanticDiagnostics();
  if (mistake !== undefined)
    throw new Error(ts.flattenDiagnosticMessageText(mistake.messageText, "\n"));
  return { types: program.getTypeCount(), instantiations: program.getInstantiationCount() };
}
