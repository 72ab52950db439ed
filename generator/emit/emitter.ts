import type { Layout } from "../layout/layout.ts";
import type { Api } from "../model.ts";
import type { ModuleOptions, OutputFile } from "./module.ts";

/** What an emitter may know besides the model and its layout. */
export interface EmitOptions extends ModuleOptions {
  readonly retry: boolean;
  /** Whether the operations are there as methods of a class, too. */
  readonly facade: boolean;
  /** What makes the output an npm package; undefined for sources only. */
  readonly package: PackageOptions | undefined;
  /** The files of `templates/` by their path there: `runtime/call.ts`, `package/tsconfig.json`. */
  readonly templates: ReadonlyMap<string, string>;
}

export interface PackageOptions {
  readonly name: string;
  readonly version: string;
  readonly license: string | undefined;
  readonly repository: string | undefined;
}

/** Makes some files of the SDK from the model. Adding one: a file here, a line in `index.ts`, a fixture. */
export type Emitter = (api: Api, layout: Layout, options: EmitOptions) => readonly OutputFile[];

/** A template that must be there: its absence is a mistake of ours, not of a document. */
export function templateOf(path: string, { templates }: EmitOptions): string {
  const text = templates.get(path);
  if (text === undefined) throw new Error(`There is no template ${path}.`);
  return text;
}
