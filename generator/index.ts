import { Diagnostics, type Diagnostic } from "./diagnostics.ts";
import { emitFiles } from "./emit/index.ts";
import type { PackageOptions } from "./emit/emitter.ts";
import type { OutputFile } from "./emit/module.ts";
import { layoutApi } from "./layout/layout.ts";
import type { Names } from "./layout/name-table.ts";
import { reportRenames } from "./layout/renames.ts";
import { publicNames } from "./lock/public-names.ts";
import { lowerApi } from "./lower/api.ts";
import type { Config, EventsConfig } from "./options.ts";
import type { Documents, Source, WrittenEvents } from "./source.ts";
import { openSpec } from "./spec/spec.ts";
import { versionOf } from "./spec/version.ts";

export { type Diagnostic, Failure } from "./diagnostics.ts";
export type { OutputFile } from "./emit/module.ts";
export type { Names } from "./layout/name-table.ts";
export { loadDocuments, type LoadOptions } from "./load/load.ts";
export type { Config } from "./options.ts";
export type { Documents, Source } from "./source.ts";
export { loadTemplates } from "./load/templates.ts";

/** What decides the output besides the documents. All of it is data; defaults are the command line's. */
export interface GenerateOptions {
  /** Whether answers may hold values that the document does not list. Default `open`. */
  readonly enums?: "open" | "closed";
  /** Event types that a docs page or the config lists. */
  readonly writtenEvents?: WrittenEvents | undefined;
  readonly events?: EventsConfig | undefined;
  /** What the configuration adds to the document. */
  readonly facts?: Pick<Config, "idempotencyKey" | "pagination">;
  /** The configuration itself, for the places of what is wrong with it. */
  readonly configSource?: Source | undefined;
  /** Whether the SDK can retry. Default true. */
  readonly retry?: boolean;
  /** Whether the operations are there as methods of a class, too. Default: only in a package. */
  readonly facade?: boolean;
  /** The ending of relative imports. Default `.js`. */
  readonly importExtension?: ".js" | ".ts" | "";
  /** Makes the output a package: sources below `src/`, package.json and README beside it. */
  readonly package?: PackageOptions | undefined;
  /** The names of an earlier run, which stay with what has them as long as it is there. */
  readonly locked?: Names | undefined;
  /** The files of `templates/` by their path there, `runtime/call.ts`: what `loadTemplates` gives. */
  readonly templates: ReadonlyMap<string, string>;
}

export interface Generated {
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly report: Report;
  /** Every name that users of the SDK can meet, for the next run's `locked`. */
  readonly names: Names;
}

/** What was generated, in numbers and names. */
export interface Report {
  readonly title: string;
  readonly operations: number;
  readonly types: number;
  /** True when a part of the document could not be read and is typed as unknown. */
  readonly incomplete: boolean;
  /** Dialect words that were read by their meaning: the rule, how often, and where. */
  readonly rewrites: readonly {
    readonly rule: string;
    readonly places: readonly Diagnostic["at"][];
  }[];
}

/** Turns loaded documents into the files of an SDK. Pure: reads nothing, writes nothing, same input, same bytes. */
export function generate(documents: Documents, options: GenerateOptions): Generated {
  const diagnostics = new Diagnostics();
  const spec = openSpec(documents, versionOf(documents.entry), diagnostics);
  const { api, rewrites } = lowerApi(
    spec,
    {
      openEnums: options.enums !== "closed",
      ...(options.facts === undefined ? {} : { facts: options.facts }),
      configSource: options.configSource,
      writtenEvents: options.writtenEvents,
      events: options.events,
    },
    diagnostics,
  );
  const layout = layoutApi(api, options.locked);
  reportRenames(api, layout, (id) => placeOf(documents, id), diagnostics);
  const files = emitFiles(api, layout, {
    root: options.package === undefined ? "" : "src/",
    importExtension: options.importExtension ?? ".js",
    retry: options.retry ?? true,
    facade: options.facade ?? options.package !== undefined,
    package: options.package,
    templates: options.templates,
  });
  const report: Report = {
    title: api.title,
    operations: api.operations.length,
    types: api.declarations.length,
    incomplete: api.incomplete,
    rewrites: rewrites.entries().map(([rule, places]) => ({ rule, places })),
  };
  return {
    files,
    diagnostics: diagnostics.list,
    report,
    names: publicNames(layout.table.names, files),
  };
}

/** The place that an id of the model names: `#/pointer` in the entry, `name#/pointer` elsewhere. */
function placeOf({ entry, sources }: Documents, id: string): Diagnostic["at"] {
  const cut = id.indexOf("#");
  const name = id.slice(0, cut);
  const source = cut === 0 ? entry : [...sources.values()].find((one) => one.name === name);
  return source && { source, pointer: id.slice(cut + 1).replace(/<T>$/, "") };
}
