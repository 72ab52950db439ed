import type { ContentKind, Response } from "./model.ts";

/** True for what a call that went well gets: a status from 200 to 299, or all of them. `default` is none of these. */
export function isSuccess({ status, range }: Pick<Response, "status" | "range">): boolean {
  if (status === "default") return false;
  return range ? status === 2 : status >= 200 && status < 300;
}

/** True for a body that is read item by item while it arrives. */
export function isStream(kind: ContentKind): kind is "eventStream" | "jsonLines" {
  return kind === "eventStream" || kind === "jsonLines";
}
