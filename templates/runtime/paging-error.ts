import type { Operation } from "./operation.js";

/** The server answered a page that it had answered before: following it would never end. */
export class PagingError extends Error {
  override readonly name = "PagingError";
  /** The function that was called: `listEvents`. */
  readonly operation: string;

  constructor({ name, method, path }: Operation) {
    super(`${method} ${path} answered the same page twice`);
    this.operation = name;
  }
}
