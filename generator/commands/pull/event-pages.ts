import type { Diagnostics } from "../../diagnostics.ts";
import type { PullProject } from "./pull-project.ts";
import type { PulledSource } from "./pulled.ts";

/** Says which page lists event types, where the configuration names none. Diagnostic: `events-page-found`. */
export function reportEventPages(
  pulled: readonly PulledSource[],
  { knowsEvents }: PullProject,
  diagnostics: Diagnostics,
): void {
  if (knowsEvents) return;
  for (const { files, eventPages } of pulled) {
    const page = files.find(({ role, origin }) => role === "page" && eventPages.includes(origin));
    if (page !== undefined) diagnostics.report("events-page-found", undefined, { path: page.path });
  }
}
