import type { Diagnostics } from "../../diagnostics.ts";
import type { PackageFile } from "../../diff/surface/open-packages.ts";
import type { Names } from "../../index.ts";
import type { Documents } from "../../source.ts";
import type { Repository } from "./git.ts";
import type { ProjectFacts } from "./project.ts";

/** One of the two that are compared. */
export interface Side {
  /** As the user named it. */
  readonly name: string;
  /** Undefined for a published package whose document is not known here; `unseen` says why. */
  readonly documents?: Documents;
  readonly unseen?: string;
  /** The package as it was published, which is compared instead of one generated from the document. */
  readonly published?: PublishedSources;
  /** Where the document is, or would be if it were checked out; absolute. Undefined for a URL. */
  readonly path: string | undefined;
  /** The revision that it was read from, if it was. */
  readonly revision?: { readonly name: string; readonly repository: Repository };
  /** A folder that has other editions of some files of the project, all paths absolute. */
  readonly edition?: { readonly name: string; readonly project: string; readonly folder: string };
  /** The names that the lock beside it keeps. */
  readonly locked?: Names | undefined;
}

export interface PublishedSources {
  readonly package: string;
  readonly version: string;
  readonly files: readonly PackageFile[];
}

/** What loading a side needs to know. */
export interface SideContext {
  readonly folder: string;
  readonly project: ProjectFacts;
  readonly diagnostics: Diagnostics;
}
