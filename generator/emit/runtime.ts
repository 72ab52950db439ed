import type { Emitter } from "./emitter.ts";
import { BANNER, type OutputFile } from "./module.ts";

/** The runtime, byte for byte below the banner; modules that this SDK has no use for stay out. */
export const emitRuntime: Emitter = (_api, _layout, options) => {
  const files: OutputFile[] = [];
  for (const [path, text] of options.runtime) {
    files.push({
      path: `${options.root}runtime/${path}`,
      text: `${BANNER}\n\n${rename(text, options.importExtension)}`,
    });
  }
  return files;
};

/** Templates import each other with `.js`, as published code does; an SDK may want another ending. */
function rename(text: string, extension: string): string {
  if (extension === ".js") return text;
  return text.replace(/(\bfrom "\.{1,2}\/[^"]+)\.js"/g, `$1${extension}"`);
}
