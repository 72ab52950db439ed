import type { Pagination } from "../../model.ts";

/** Pages without the way from one to the next. */
export type Shape = Omit<Pagination, "kind">;

/** What a way says only if it needs to. */
export const NOTHING = {
  parameter: undefined,
  within: undefined,
  next: undefined,
  more: undefined,
  start: undefined,
};
