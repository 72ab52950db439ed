import { createHash } from "node:crypto";
import { codeFrame } from "../../diagnostics/code-frame.ts";
import type { Change } from "../change.ts";
import { severities } from "../severity.ts";
import type { Diff } from "../diff.ts";
import { reasonLines } from "../verdict.ts";
import { encode, encodeSentence } from "./html-text.ts";
import { script, style } from "./html-parts.ts";
import { firstOf, type Group, groupChanges, kindOf, placeText } from "./summary.ts";

/** Tells a page of ours from another file. */
export const PAGE_MARK = '<meta name="generator" content="deckhand diff">';

/**
 * The diff as one page that needs nothing else: no network, no storage. All text of the documents is encoded, and a
 * policy lets nothing run or load but what is below (CSP Level 3).
 */
export function formatHtml(diff: Diff): string {
  const { old, new: newer, changes } = diff;
  const title = encode(`${old.name} → ${newer.name}`);
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
${PAGE_MARK}
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#changes">Skip to the changes</a>
<header>
<h1>${title}</h1>
${verdictHtml(diff)}
</header>
<main>
${filtersHtml(changes)}
<div id="changes">
${groupChanges(changes).map(groupHtml).join("\n")}
</div>
<p id="none" hidden>No change is like that.</p>
</main>
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function verdictHtml({ verdict, old, new: newer, unseen }: Diff): string {
  const reasons = reasonLines(verdict.reasons).map(
    ({ bump, subject, text }) =>
      `<li><b class="${bump}">${bump}</b> <code>${encode(subject)}</code>: ${encodeSentence(text)}</li>`,
  );
  return `<p>${encode(newer.title)}, ${encode(old.version)} → ${encode(newer.version)}</p>
<dl><div><dt>Package</dt><dd class="${verdict.package}">${verdict.package}</dd></div><div><dt>Wire</dt><dd class="${verdict.wire}">${unseen === undefined ? verdict.wire : "not compared"}</dd></div></dl>
${unseen === undefined ? "" : `<p>The wire was not compared: ${encode(unseen)}.</p>`}
<details${reasons.length <= 30 ? " open" : ""}><summary>Reasons (${reasons.length})</summary>
<ul>
${reasons.join("\n")}
</ul>
</details>`;
}

function filtersHtml(changes: readonly Change[]): string {
  const boxes = severities.map((severity) => {
    const own = changes.filter((change) => change.severity === severity).length;
    return `<label><input type="checkbox" value="${severity}" checked> ${severity} (${own})</label>`;
  });
  const names = [...new Set(changes.flatMap(({ operations }) => operations))].toSorted();
  const options = names.map((name) => `<option>${encode(name)}</option>`).join("");
  return `<form id="filter" aria-label="Filter">
<fieldset><legend>Severity</legend>${boxes.join("\n")}</fieldset>
<label>Operation <select id="operation"><option value="">all</option>${options}</select></label>
<label>Text <input id="text" type="search"></label>
<output id="shown" aria-live="polite">${changes.length} changes</output>
</form>`;
}

function groupHtml({ subject, reaches, changes }: Group): string {
  const names = firstOf(reaches, (name) => `<code>${encode(name)}</code>`);
  return `<section>
<h2><code>${encode(subject)}</code>${names === "" ? "" : ` <small>in ${names}</small>`}</h2>
<ol>
${changes.map(changeHtml).join("\n")}
</ol>
</section>`;
}

function changeHtml(change: Change): string {
  const { id, severity, text, operations } = change;
  const data = encode(JSON.stringify(operations));
  return `<li id="${id}" data-severity="${severity}" data-operations="${data}"><details>
<summary><span class="severity ${severity.replace(" ", "-")}">${severity}</span> <span>${encodeSentence(text)}</span></summary>
<p>${kindOf(change)} <a href="#${id}">${id}</a></p>
<div class="sides">${sideHtml("old", change.old)}${sideHtml("new", change.new)}</div>
</details></li>`;
}

function sideHtml(side: "old" | "new", place: Change["old"]): string {
  const { source, pointer } = place;
  const frame = codeFrame(source.text, source.locate(pointer));
  const indent = Math.min(...frame.map(({ text }) => text.search(/\S|$/)));
  const lines = frame.map(
    ({ number, text }) => `${String(number ?? "").padStart(6)} | ${text.slice(indent)}`,
  );
  return `<figure class="${side}"><figcaption>${side}: ${encode(placeText(place))}</figcaption><pre tabindex="0">${encode(lines.join("\n"))}</pre></figure>`;
}
