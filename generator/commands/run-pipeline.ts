import { type Diagnostic, Diagnostics, Failure, fail, isError } from "../diagnostics.ts";
import { generate, type Generated, type GenerateOptions } from "../index.ts";
import { isTooDeep, MAX_DEPTH } from "../load/depth.ts";
import { loadDocuments } from "../load/load.ts";
import type { PackageConfig } from "../options.ts";
import { loadEvents } from "../load/events/load-events.ts";
import type { Documents, WrittenEvents } from "../source.ts";
import type { Settings } from "./settings.ts";
import { loadTemplates } from "./templates.ts";

/** Loads and generates; writes nothing. The diagnostics are those of both stages. */
export async function runPipeline(settings: Settings, folder: string): Promise<Generated> {
  const diagnostics = new Diagnostics();
  const documents = await loadDocuments(settings.input, { folder, diagnostics });
  const written = await loadEvents(
    { page: settings.eventsPage, config: settings.config.events, source: settings.configSource },
    { folder, diagnostics },
  );
  const generated = generateWithin(documents, settings, written);
  const found: readonly Diagnostic[] = [...diagnostics.list, ...generated.diagnostics];
  const all = settings.strict ? found.map(strictly) : found;
  if (settings.strict && all.some(isError)) throw new Failure(all);
  return { ...generated, diagnostics: all };
}

/** With `strict`, a reference to a document that is not there is an error like any other dead end. */
function strictly(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.code === "unresolved-external-ref" ? { ...diagnostic, severity: "error" } : diagnostic;
}

/**
 * JSON may nest as deep as it likes, and measuring that costs more than parsing, so it is done only when the stack
 * has overflowed.
 */
function generateWithin(
  documents: Documents,
  { config }: Settings,
  writtenEvents: WrittenEvents | undefined,
): Generated {
  try {
    return generate(documents, {
      ...(config.enums === undefined ? {} : { enums: config.enums }),
      ...(config.retry === undefined ? {} : { retry: config.retry }),
      ...(config.facade === undefined ? {} : { facade: config.facade }),
      ...(config.importExtension === undefined ? {} : { importExtension: config.importExtension }),
      events: config.events,
      writtenEvents,
      package: config.package && packageOptions(config.package),
      templates: loadTemplates(),
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const deep = [...documents.sources.values()].find(({ value }) => isTooDeep(value));
    if (deep === undefined) throw error;
    return fail("nested-too-deeply", { source: deep, pointer: "" }, { limit: MAX_DEPTH });
  }
}

function packageOptions({
  name,
  version,
  license,
  repository,
}: PackageConfig): GenerateOptions["package"] {
  return { name, version: version ?? "0.1.0", license, repository };
}
