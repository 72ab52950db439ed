import { printable } from "../../diagnostics/printable.ts";
import type { Change } from "../change.ts";
import type { Diff } from "../diff.ts";
import { code } from "../names.ts";
import { reasonLines } from "../verdict.ts";
import { firstOf, type Group, groupChanges, kindOf, placeText, tally } from "./summary.ts";

/** GitHub takes no longer text for a pull request or a comment, in characters. */
const LIMIT = 65_536;

/** Room for what ends the text. */
const END = 400;

/**
 * The diff for a pull request, not longer than GitHub takes: what matters least is left out, and that is said. Text of
 * the documents stands between backticks only.
 */
export function formatMarkdown(diff: Diff): string {
  const { changes, verdict } = diff;
  const text = new Text(`${headOf(diff)}\n\n`);
  const reasons = reasonLines(verdict.reasons);
  const said = reasons.filter(({ bump, subject, text: reason }) =>
    text.add(`- **${bump}** ${code(subject)}: ${reason}\n`),
  );
  let shown = 0;
  if (changes.length > 0) {
    text.add(`\n<details><summary>On the wire: ${tally(changes)}</summary>\n`);
    shown = addGroups(text, groupChanges(changes));
    text.end("\n</details>\n");
  }
  text.end(leftOut(reasons.length - said.length, changes.length - shown));
  return text.whole;
}

function headOf({ old, new: newer, verdict, unseen }: Diff): string {
  const title = `## ${code(old.name)} → ${code(newer.name)}`;
  return unseen === undefined
    ? `${title}\n\nPackage: **${verdict.package}**, wire: **${verdict.wire}**.`
    : `${title}\n\nPackage: **${verdict.package}**; the wire was not compared: ${printable(unseen)}.`;
}

/** How many changes there was room for. */
function addGroups(text: Text, groups: readonly Group[]): number {
  let shown = 0;
  for (const { subject, reaches, changes } of groups) {
    const where = reaches.length === 0 ? "" : `, in ${firstOf(reaches, code)}`;
    for (const [index, change] of changes.entries()) {
      const head = index === 0 ? `\n**${code(subject)}**${where}\n\n` : "";
      if (!text.add(`${head}${item(change)}\n`)) return shown;
      shown++;
    }
  }
  return shown;
}

function item(change: Change): string {
  const { id, severity, text } = change;
  const places = [change.old, change.new].map((place) => code(placeText(place)));
  return `- ${severity}: ${text}<br>${places.join(" → ")} (${kindOf(change)}, ${id})`;
}

function leftOut(reasons: number, changes: number): string {
  const parts = [
    ...(reasons > 0 ? [`${reasons} reasons`] : []),
    ...(changes > 0 ? [`${changes} changes`] : []),
  ];
  if (parts.length === 0) return "";
  return `\n${parts.join(" and ")} are left out here, the least severe ones; \`deckhand diff --html FILE\` shows all.\n`;
}

/** A text that takes what it has room for. */
class Text {
  whole: string;
  #isFull = false;

  constructor(head: string) {
    this.whole = head;
  }

  /** False when there was no room; then there is none for anything that comes later. */
  add(piece: string): boolean {
    this.#isFull ||= this.whole.length + piece.length > LIMIT - END;
    if (!this.#isFull) this.whole += piece;
    return !this.#isFull;
  }

  /** For what has to be there. */
  end(piece: string): void {
    this.whole += piece;
  }
}
