import type { Diagnostics } from "../../diagnostics.ts";
import type { PullProject } from "./pull-project.ts";
import type { PulledFile, PulledSource } from "./pulled.ts";

/** Says which page lists event types, where the configuration names none. Diagnostic: `events-page-found`. */
export function reportEventPages(
  pulled: readonly PulledSource[],
  { knowsEvents }: PullProject,
  diagnostics: Diagnostics,
): void {
  if (knowsEvents) return;
  for (const source of pulled) {
    const [page] = eventPages(source);
    if (page !== undefined) diagnostics.report("events-page-found", undefined, { path: page.path });
  }
}

/** The pages that list event types. */
export function eventPages({ files, eventPages }: PulledSource): readonly PulledFile[] {
  return files.filter(({ role, origin }) => role === "page" && eventPages.includes(origin));
}
