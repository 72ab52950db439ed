import type { Middleware, Next } from "./client.js";

/** One middleware of several: the first is the outermost. */
export function compose(...layers: readonly Middleware[]): Middleware {
  return (request, last) => {
    const through = layers.reduceRight<Next>(
      (next, layer) => async (it) => layer(it, next),
      last,
    );
    return through(request);
  };
}
