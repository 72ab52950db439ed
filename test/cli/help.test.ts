import { expect, test } from "vitest";
import { commands } from "../../generator/commands/commands.ts";
import { asksForHelp, helpText } from "../../generator/commands/help.ts";
import { refuseNode } from "../../generator/commands/node-version.ts";
import { run } from "./run.ts";

test("the help names every command, in lines that a terminal has room for", () => {
  const lines = helpText().split("\n");
  for (const { name, summary } of commands) {
    const [first = ""] = summary.split(" ");
    expect(lines.some((line) => line.startsWith(`  ${name} `) && line.includes(first))).toBe(true);
  }
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("the help is the same whichever way it is asked for", async () => {
  for (const argv of [["--help"], ["-h"], ["help"]]) {
    expect(asksForHelp(argv)).toBe(true);
    expect((await run(".", ...argv)).out).toBe(helpText());
  }
});

test.each([[[]], [["generate", "--help"]], [["help", "generate"]]])(
  "%j asks for something else",
  (argv) => {
    expect(asksForHelp(argv)).toBe(false);
  },
);

test.each(["18.20.8", "20.9.0", "20.18.3"])("Node %s is refused in one line", (version) => {
  expect(refuseNode(version)).toBe(`Deckhand needs Node.js 20.19 or newer; this is ${version}.\n`);
});

test.each(["20.19.0", "20.20.1", "22.0.0", "100.1.0"])("Node %s will do", (version) => {
  expect(refuseNode(version)).toBeUndefined();
});
