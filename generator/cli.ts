#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { main } from "./commands/main.ts";

// Node 20's V8 optimises functions so early that a run is over before most have paid for it: a large document takes 1.6
// times the processor time. Later versions have a compiler in between, and other flags.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=500000");

// Whoever reads the output may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await main(process.argv.slice(2));
