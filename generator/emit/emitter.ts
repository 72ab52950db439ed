import type { Layout } from "../layout/layout.ts";
import type { Api } from "../model.ts";
import type { ModuleOptions, OutputFile } from "./module.ts";

/** What an emitter may know besides the model and its layout. */
export interface EmitOptions extends ModuleOptions {
  readonly retry: boolean;
  /** What makes the output an npm package; undefined for sources only. */
  readonly package: PackageOptions | undefined;
  /** The runtime templates by their path below `runtime/`, with extension. */
  readonly runtime: ReadonlyMap<string, string>;
}

export interface PackageOptions {
  readonly name: string;
  readonly version: string;
  readonly license: string | undefined;
  readonly repository: string | undefined;
}

/** Makes some files of the SDK from the model. Adding one: a file here, a line in `index.ts`, a fixture. */
export type Emitter = (api: Api, layout: Layout, options: EmitOptions) => readonly OutputFile[];
