/** The server answered a page that it had answered before: following it would never end. */
export class PagingError extends Error {
  override readonly name = "PagingError";
}
