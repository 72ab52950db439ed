import type { Diagnostics } from "../../diagnostics.ts";
import type { Validators } from "../../load/network/validators.ts";
import type { FetchedText, Fetcher } from "./fetcher.ts";
import type { KeptFiles } from "./kept-files.ts";

/** A source of the configuration with everything decided; paths are relative to the project, with `/`. */
export interface SourcePlan {
  readonly from: URL;
  readonly to: string;
  readonly docs: string;
  readonly document: string | undefined;
  /** Beginnings of paths and addresses that are left alone. */
  readonly ignore: readonly string[];
  /** Files that the configuration names, so that they have to be there under their name. */
  readonly named: readonly string[];
  /** What is at the address, where that was fetched to make the plan. */
  readonly found?: FetchedText;
}

/** What pulling one source may use. */
export interface PullContext {
  readonly fetcher: Fetcher;
  readonly kept: KeptFiles;
  readonly diagnostics: Diagnostics;
}

/** A file as it is to be. */
export interface PulledFile {
  readonly path: string;
  readonly text: string;
  /** The address that it is from. */
  readonly origin: string;
  readonly validators: Validators;
  /** The OpenAPI document, a file that it refers to, an index, a page. */
  readonly role: "document" | "part" | "index" | "page";
}

/** What a source gives. */
export interface PulledSource {
  readonly plan: SourcePlan;
  readonly files: readonly PulledFile[];
  /** Pages that held nothing: their addresses and validators, as the lock has them. */
  readonly skipped: ReadonlyMap<string, string>;
  /** Where the document is from: an address, or the pages of an index. */
  readonly made: "whole" | "from excerpts";
  /** Pages of an index that list event types. */
  readonly eventPages: readonly string[];
}

/** How many requests are under way at a time. */
export const CONCURRENCY = 6;
