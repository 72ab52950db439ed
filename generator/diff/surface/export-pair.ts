import type { Site } from "../compare/site.ts";
import type { Export } from "./exports.ts";
import type { Packages } from "./open-packages.ts";
import type { Polarity } from "./polarity.ts";

/** One exported thing in both packages. */
export interface ExportPair {
  readonly packages: Packages;
  readonly old: Export;
  readonly new: Export;
  readonly polarity: Polarity;
  readonly site: Site;
  /** Names of what only one of the packages exports. */
  readonly only: { readonly old: ReadonlySet<string>; readonly new: ReadonlySet<string> };
}
