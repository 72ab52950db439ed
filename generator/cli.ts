#!/usr/bin/env node
import { asksForHelp, helpText } from "./commands/help.ts";
import { refuseNode } from "./commands/node-version.ts";
import { writeOut } from "./commands/standard-output.ts";

const argv = process.argv.slice(2);
if (asksForHelp(argv)) writeOut(helpText());
else void run();

/** No `await` at the top of a module: where there is one, the bundler keeps a file apart for each that is imported. */
async function run(): Promise<void> {
  const refusal = refuseNode(process.versions.node);
  if (refusal !== undefined) {
    process.stderr.write(refusal);
    process.exitCode = 2;
    return;
  }
  const { main } = await import("./commands/main.ts");
  process.exitCode = await main(argv);
}
