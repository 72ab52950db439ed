import type { Layout } from "../layout/layout.ts";
import type { Api } from "../model.ts";
import { emitClient } from "./client.ts";
import { emitDeclarations } from "./declarations.ts";
import type { EmitOptions, Emitter } from "./emitter.ts";
import { emitEntry } from "./entry.ts";
import type { OutputFile } from "./module.ts";
import { emitEvents, emitWebhooks } from "./events/index.ts";
import { emitOperations } from "./operations.ts";
import { emitFacade } from "./facade.ts";
import { emitIncoming } from "./incoming.ts";
import { emitPackage } from "./package.ts";
import { emitRuntime } from "./runtime.ts";

/** What an SDK consists of, in the order in which a reader meets it. */
const emitters: readonly Emitter[] = [
  emitEntry,
  emitClient,
  emitOperations,
  emitDeclarations,
  emitIncoming,
  emitEvents,
  emitWebhooks,
  emitFacade,
  emitPackage,
];

/** All files of the SDK, as text; writing them is somebody else's business. */
export function emitFiles(api: Api, layout: Layout, options: EmitOptions): readonly OutputFile[] {
  const files = emitters.flatMap((emit) => emit(api, layout, options));
  return [...files, ...emitRuntime(files, options)];
}
