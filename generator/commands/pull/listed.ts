import type { Excerpt, PageContent } from "../../load/site/read-page.ts";
import type { Validators } from "../../load/network/validators.ts";
import type { Fetched } from "./fetcher.ts";
import type { KeptFile } from "./kept-files.ts";

/** Something that an index lists, as far as it is of use. */
export type Listed = ListedDocument | ListedPage | ListedOther;

export interface ListedDocument {
  readonly kind: "document";
  readonly url: URL;
  readonly found: Extract<Fetched, { readonly kind: "text" }>;
  readonly content: Extract<PageContent, { readonly kind: "document" }>;
}

export interface ListedPage {
  readonly kind: "page";
  /** The address that its Markdown is at. */
  readonly url: URL;
  readonly text: string;
  readonly validators: Validators;
  readonly kept: KeptFile | undefined;
  readonly excerpts: readonly Excerpt[];
  readonly listsEvents: boolean;
}

/** A page that holds nothing for an SDK, or that can not be had. */
export interface ListedOther {
  readonly kind: "other";
  readonly url: URL;
  /** Undefined where it has to be read again the next time. */
  readonly validators: Validators | undefined;
}
