import { join } from "node:path";
import { type Diagnostic, Diagnostics } from "../../generator/diagnostics.ts";
import { emitDeclarations } from "../../generator/emit/declarations.ts";
import { emitEvents, emitWebhooks } from "../../generator/emit/events/index.ts";
import { layoutApi } from "../../generator/layout/layout.ts";
import { readEventsList } from "../../generator/load/events/events-list.ts";
import { readEventsPage } from "../../generator/load/events/events-page.ts";
import { parseDocument } from "../../generator/load/parse-document.ts";
import { lowerApi } from "../../generator/lower/api.ts";
import type { Api } from "../../generator/model.ts";
import type { EventsConfig } from "../../generator/options.ts";
import type { Documents } from "../../generator/source.ts";
import { openSpec } from "../../generator/spec/spec.ts";
import { versionOf } from "../../generator/spec/version.ts";
import { projectRoot, readFiles, type TextFile } from "../harness/folders.ts";

export interface EventsGiven {
  /** The OpenAPI document: JSON, YAML, or a docs page. */
  readonly document: string;
  readonly page?: string;
  readonly config?: EventsConfig;
}

export interface EventsResult {
  readonly api: Api;
  /** `events.ts`, `webhooks.ts`, the types, and the runtime below them. */
  readonly files: readonly TextFile[];
  /** `error code line:column message`, in order. */
  readonly diagnostics: readonly string[];
}

/** Runs the stages as far as events go: no operation is printed. */
export async function generateEvents({
  document,
  page,
  config,
}: EventsGiven): Promise<EventsResult> {
  const diagnostics = new Diagnostics();
  const name = document.trimStart().startsWith("{")
    ? "api.json"
    : document.includes("````yaml")
      ? "api.md"
      : "api.yaml";
  const entry = await parseDocument({ name, url: `file:///${name}`, text: document }, diagnostics);
  const documents: Documents = {
    entry,
    sources: new Map([[entry.url, entry]]),
    missing: new Map(),
  };
  const written =
    page !== undefined
      ? await readEventsPage(
          { name: "events.md", url: "file:///events.md", text: page },
          diagnostics,
        )
      : config?.types && readEventsList(config.types, entry, diagnostics);
  const spec = openSpec(documents, versionOf(entry), diagnostics);
  const options = { openEnums: true, writtenEvents: written, events: config };
  const { api } = lowerApi(spec, options, diagnostics);
  return { api, files: [...emit(api), ...runtime()], diagnostics: diagnostics.list.map(show) };
}

function emit(api: Api): readonly TextFile[] {
  const layout = layoutApi(api);
  const options = {
    root: "",
    importExtension: ".js",
    retry: true,
    facade: false,
    package: undefined,
    templates: new Map(),
  };
  return [emitDeclarations, emitEvents, emitWebhooks].flatMap((one) => [
    ...one(api, layout, options),
  ]);
}

function runtime(): readonly TextFile[] {
  return readFiles(join(projectRoot, "templates/runtime"))
    .filter(({ path }) => /^(?:events\/|json-value|unrecognized)/.test(path))
    .map(({ path, text }) => ({ path: `runtime/${path}`, text }));
}

function show({ severity, code, message, at }: Diagnostic): string {
  const position = at?.source.locate(at.pointer);
  const place =
    position === undefined ? "" : ` ${at?.source.name}:${position.line}:${position.column}`;
  return `${severity} ${code}${place} ${message}`;
}

export function fileOf({ files }: EventsResult, path: string): string {
  return files.find((file) => file.path === path)?.text ?? "";
}
