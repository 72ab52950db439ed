import { templateOf, type EmitOptions } from "./emitter.ts";
import { BANNER, type OutputFile } from "./module.ts";

/** The runtime, byte for byte below the banner: the modules that `files` name, and those that these name in turn. */
export function emitRuntime(
  files: readonly OutputFile[],
  options: EmitOptions,
): readonly OutputFile[] {
  const { root, templates, importExtension } = options;
  const needed = new Set<string>();
  const pending = files.flatMap(({ imports = [] }) => imports.flatMap(runtimeModule));
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    if (needed.has(module)) continue;
    needed.add(module);
    pending.push(...importsOf(module, templateOf(`runtime/${module}.ts`, options)));
  }
  return [...templates]
    .filter(([path]) => needed.has(path.replace(/^runtime\/|\.ts$/g, "")))
    .map(([path, text]) => ({
      path: `${root}${path}`,
      text: `${BANNER}\n\n${rename(text, importExtension)}`,
    }));
}

/** `events/parse`, for an import of `../runtime/events/parse.js`. */
function runtimeModule(from: string): readonly string[] {
  const path = /^(?:\.{1,2}\/)+runtime\/([\w/-]+)(?:\.\w+)?$/.exec(from)?.[1];
  return path === undefined ? [] : [path];
}

/** The modules of the runtime that one of them imports. */
function importsOf(module: string, text: string): readonly string[] {
  const base = new URL(module, "runtime:/");
  return [...text.matchAll(/\bfrom "(\.{1,2}\/[\w/.-]+)\.js"/g)].map((match) =>
    new URL(match[1] ?? "", base).pathname.slice(1),
  );
}

/** Templates import each other with `.js`, as published code does; an SDK may want another ending. */
function rename(text: string, extension: string): string {
  if (extension === ".js") return text;
  return text.replace(/(\bfrom "\.{1,2}\/[^"]+)\.js"/g, `$1${extension}"`);
}
