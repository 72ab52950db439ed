#!/usr/bin/env node
import { main } from "./commands/main.ts";
import { tuneV8 } from "./commands/tune-v8.ts";

tuneV8();

// Whoever reads the output may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await main(process.argv.slice(2));
