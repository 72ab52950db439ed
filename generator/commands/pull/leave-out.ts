import type { Place } from "../../diagnostics.ts";
import type { KeptFile } from "./kept-files.ts";
import type { PullContext } from "./pulled.ts";

export interface LeftOut {
  readonly page: string;
  /** In words that fit behind "because". */
  readonly reason: string;
  /** What an earlier pull has of it, which is used instead. */
  readonly kept: KeptFile | undefined;
  readonly at?: Place | undefined;
}

/** Reports a page that can not be used: `page-left-out`. */
export function leaveOut({ page, reason, kept, at }: LeftOut, { diagnostics }: PullContext): void {
  diagnostics.report("page-left-out", at, { page, reason, kept: kept?.path });
}
