import { code } from "../../diff/names.ts";
import { formatMarkdown } from "../../diff/show/markdown.ts";
import type { DocumentChange } from "./changes.ts";
import type { PullPlan } from "./plan-pull.ts";

/** GitHub takes 65,536 characters; other hosts take more. */
const LIMIT = 60_000;

/** What a pull changes, as the text of a pull request; empty when nothing has changed. */
export function pullRequestText(
  { write, remove }: Pick<PullPlan, "write" | "remove">,
  changes: readonly DocumentChange[],
): string {
  if (write.length === 0 && remove.length === 0) return "";
  const told = changes.flatMap((change) => {
    if ("problem" in change) return [`${code(problemText(change))}\n`];
    return change.diff.changes.length > 0 ? [formatMarkdown(change.diff)] : [];
  });
  const files = [
    ...write.map(
      ({ path, before }) => `- ${before === undefined ? "new" : "changed"}: ${code(path)}`,
    ),
    ...remove.map((path) => `- removed: ${code(path)}`),
  ];
  const list = `<details><summary>Files (${files.length})</summary>\n\n${files.join("\n")}\n\n</details>\n`;
  const none = told.length === 0 ? ["The documents say nothing else than before.\n"] : told;
  return shortened([...none, list].join("\n"));
}

export function problemText({
  path,
  problem,
}: Extract<DocumentChange, { readonly problem: string }>): string {
  return `What changed in ${path} can not be told: ${problem}`;
}

/** Whole lines up to the limit, and no list left open. */
function shortened(text: string): string {
  if (text.length <= LIMIT) return text;
  const kept = text.slice(0, text.lastIndexOf("\n", LIMIT) + 1);
  const isOpen = kept.lastIndexOf("<details>") > kept.lastIndexOf("</details>");
  return `${kept}${isOpen ? "\n</details>\n" : ""}\nThere is more: \`deckhand diff\` has all of it.\n`;
}
