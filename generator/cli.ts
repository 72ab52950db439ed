#!/usr/bin/env node
import { asksForHelp, helpText } from "./commands/help.ts";
import { writeOut } from "./commands/standard-output.ts";

const argv = process.argv.slice(2);
if (asksForHelp(argv)) {
  writeOut(helpText());
} else {
  const { main } = await import("./commands/main.ts");
  process.exitCode = await main(argv);
}
