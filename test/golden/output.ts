import type { Generated } from "../../generator/index.ts";
import type { TextFile } from "../harness/folders.ts";

/**
 * What a fixture pins down: the generated files, and `diagnostics.txt` if there were any.
 * The runtime is left out: it is the same everywhere, and has its own test.
 */
export function goldenFiles(result: Generated): TextFile[] {
  const files = result.files.filter((file) => !/(^|\/)runtime\//.test(file.path));
  const diagnostics = result.diagnostics.map(({ severity, code, message, at }) => {
    const position = at?.source.locate(at.pointer);
    const place = position === undefined ? "" : ` ${position.line}:${position.column}`;
    return `${severity} ${code}${place} ${message}\n`;
  });
  if (diagnostics.length === 0) return files;
  return [...files, { path: "diagnostics.txt", text: diagnostics.join("") }];
}
