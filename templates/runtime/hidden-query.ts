import type { Fetch } from "./operation.js";

/**
 * A `fetch` whose errors do not repeat the query, where a key is: all of Bun's do,
 * and those about a URL that is none do elsewhere.
 */
export function hidingQuery(send: Fetch | undefined): Fetch {
  return async (url, request) => {
    try {
      return await (send ?? fetch)(url, request);
    } catch (error) {
      const query = url.replace(/^[^?]*/, "");
      // URL parsers encode one character that `encodeURIComponent` leaves.
      if (query) hide(error, [query, query.replaceAll("'", "%27")]);
      throw error;
    }
  };
}

/** Takes texts out of an error and its causes, in place: it stays the error that it is. */
function hide(error: unknown, secrets: readonly string[]): void {
  if (!(error instanceof Error)) return;
  for (const name of Object.getOwnPropertyNames(error)) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === "string") {
      Reflect.set(error, name, hidden(value, secrets));
    }
  }
  hide(error.cause, secrets);
}

function hidden(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, it) => rest.replaceAll(it, "?…"), text);
}
