import { expect, test } from "vitest";
import { commands } from "../../generator/commands/commands.ts";
import { asksForHelp, helpText } from "../../generator/commands/help.ts";
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
