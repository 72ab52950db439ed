import { dirname, join, relative } from "node:path/posix";
import type { Diagnostics } from "../../diagnostics.ts";
import type { WrittenLink } from "../../load/references/external-references.ts";
import { type Part, pathOfFileUrl, readLinks } from "./parts.ts";

/**
 * The text of a part with its references leading to the files that were kept: `paths` has the file of each address. Most
 * are right as they are written, and then so is the text. References to what was left out stay as they are.
 * Diagnostic: `reference-left-out`, for one that can not be rewritten.
 */
export async function rewriteReferences(
  { text, links }: Part,
  path: string,
  paths: ReadonlyMap<string, string>,
  diagnostics: Diagnostics,
): Promise<string> {
  const wrong = links.filter((link) => {
    const target = paths.get(link.url);
    return target !== undefined && !leadsTo(link, path, target);
  });
  if (wrong.length === 0) return text;
  const rewritten = wrong.reduce(
    (text, link) =>
      replaceReference(text, link.text, relative(dirname(path), paths.get(link.url) ?? "")),
    text,
  );
  const reached = await targetsOf(rewritten, path);
  for (const { url } of wrong) {
    if (reached.has(paths.get(url) ?? "")) continue;
    const reason = "the reference is written in a way that can not be made to lead to a file";
    diagnostics.report("reference-left-out", undefined, { ref: url, reason, kept: undefined });
  }
  return rewritten;
}

/** True when a reference in the file at `path` leads to `target` as it is written. */
function leadsTo({ text }: WrittenLink, path: string, target: string): boolean {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)|[?%]/i.test(text)) return false;
  return join(dirname(path), text) === target;
}

async function targetsOf(text: string, path: string): Promise<ReadonlySet<string>> {
  const links = await readLinks(path, new URL(path, "file:///"), text);
  return new Set(links.map(({ url }) => pathOfFileUrl(url)));
}

/** Rewrites `from` behind `$ref` and in a discriminator's mapping, in JSON and YAML, whatever stands around it. */
function replaceReference(text: string, from: string, to: string): string {
  const written = from
    .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll("/", String.raw`\\?/`);
  const end = String.raw`(?=[#"'\s,}\]]|$)`;
  const reference = new RegExp(String.raw`(\$ref["']?\s*:\s*["']?)${written}${end}`, "g");
  const mapped = new RegExp(String.raw`(:\s*["']?)${written}${end}`, "g");
  const put = (_: string, before: string): string => before + to;
  return text
    .replace(reference, put)
    .replace(/mapping["']?\s*:[^}]{0,3000}/g, (mapping) => mapping.replace(mapped, put));
}
