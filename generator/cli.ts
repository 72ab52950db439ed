#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { main } from "./commands/main.ts";

// A run is over before most optimised code has paid for its making: V8's budget before it optimises a function (66 kB
// of bytecode run) makes a large document cost 1.6 times the processor time that this one does.
setFlagsFromString("--interrupt-budget=500000");

// Whoever reads the output may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await main(process.argv.slice(2));
