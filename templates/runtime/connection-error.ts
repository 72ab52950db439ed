import { RequestError } from "./request-error.js";

/**
 * No complete answer arrived: the name was not found, the connection was refused
 * or broke, a redirect could not be followed. `cause` is the error of `fetch`.
 */
export class ConnectionError extends RequestError {
  override readonly name: string = "ConnectionError";
}
