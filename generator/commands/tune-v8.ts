import { setFlagsFromString } from "node:v8";

/**
 * Node 20's V8 optimises functions so early that a run is over before most have paid for it: a large document takes 1.6
 * times the processor time. Later versions have a compiler in between, and other flags.
 */
export function tuneV8(): void {
  if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=500000");
}
