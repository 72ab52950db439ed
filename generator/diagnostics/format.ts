import type { Diagnostic, Severity } from "../diagnostics.ts";
import type { Position } from "../source.ts";
import { codeFrame, type FrameLine } from "./code-frame.ts";
import type { Colors } from "./colors.ts";
import { printable } from "./printable.ts";

/** How one diagnostic looks on a terminal: place, severity, code, sentence; then code frame and help. */
export function formatDiagnostic(diagnostic: Diagnostic, colors: Colors): string {
  const position = positionOf(diagnostic);
  const lines = [headline(diagnostic, position, colors)];
  // Notes are many and ask for nothing: their place is enough.
  if (diagnostic.severity === "info") return lines.join("\n");
  if (diagnostic.at !== undefined && position !== undefined) {
    lines.push(...formatFrame(codeFrame(diagnostic.at.source.text, position), colors));
  }
  if (diagnostic.help !== "") lines.push(`${colors.cyan("help:")} ${printable(diagnostic.help)}`);
  return lines.join("\n");
}

/** Where a diagnostic points, if anywhere. */
export function positionOf({ at }: Diagnostic): Position | undefined {
  return at?.source.locate(at.pointer);
}

function headline(diagnostic: Diagnostic, position: Position | undefined, colors: Colors): string {
  const { at, code, severity, message } = diagnostic;
  const words = [
    colorOf(severity, colors)(severity),
    colors.dim(code),
    colors.bold(printable(message)),
  ];
  if (at !== undefined && position !== undefined) {
    words.unshift(`${printable(at.source.name)}:${position.line}:${position.column}`);
  }
  return words.join(" ");
}

function colorOf(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case "error":
      return colors.red;
    case "warning":
      return colors.yellow;
    case "info":
      return colors.blue;
  }
}

function formatFrame(frame: readonly FrameLine[], colors: Colors): string[] {
  const width = Math.max(...frame.map(({ number }) => String(number ?? "").length));
  return frame.map(({ number, text }) => {
    const margin = colors.dim(`  ${String(number ?? "").padStart(width)} |`);
    const shown = number === undefined ? colors.red(text) : text;
    return text === "" ? margin : `${margin} ${shown}`;
  });
}
