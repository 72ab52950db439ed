import manifest from "../../package.json" with { type: "json" };
import { commands } from "./commands.ts";

/** True for a command line that asks for nothing but `helpText`. */
export function asksForHelp(argv: readonly string[]): boolean {
  const [word = ""] = argv;
  return argv.length === 1 && ["--help", "-h", "help"].includes(word);
}

/**
 * What the command line can do, without the options of each command. In the form of commander's help, but made here:
 * loading commander takes as long as starting Node.
 */
export function helpText(): string {
  const about = wrap(manifest.description, WIDTH).join("\n");
  const words: readonly Row[] = [
    ...commands.map(({ name, summary }) => [name, summary] as const),
    help,
  ];
  const column = Math.max(...[...options, ...words].map(([term]) => term.length)) + 4;
  const list = (rows: readonly Row[]): string => rows.map((row) => rowText(row, column)).join("");
  return (
    `Usage: deckhand [options] [command]\n\n${about}\n\n` +
    `Options:\n${list(options)}\nCommands:\n${list(words)}`
  );
}

type Row = readonly [term: string, description: string];

const options: readonly Row[] = [
  ["-v, --version", "print the version"],
  ["-h, --help", "print this help"],
];

const help: Row = ["help [command]", "print the help of a command"];

/** The width of a terminal that says nothing else. */
const WIDTH = 80;

function rowText([term, description]: Row, column: number): string {
  const lines = wrap(description, WIDTH - column);
  return `  ${term.padEnd(column - 2)}${lines.join(`\n${" ".repeat(column)}`)}\n`;
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
