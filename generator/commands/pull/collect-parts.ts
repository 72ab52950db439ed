import { Failure } from "../../diagnostics.ts";
import type { KeptFile } from "./kept-files.ts";
import { mapReporting } from "./map-reporting.ts";
import { keptLinks, type Part, readLinks } from "./parts.ts";
import type { PullContext } from "./pulled.ts";

/**
 * The files that a document refers to, and those that these refer to, behind the document itself. What can not be had is
 * left out, unless an earlier pull has it below `folder`. Diagnostic: `reference-left-out`.
 */
export async function collectParts(
  entry: Part,
  folder: string,
  context: PullContext,
): Promise<readonly Part[]> {
  const parts = new Map<string, Part>([[entry.url, entry]]);
  const asked = new Set([entry.url]);
  const { maxDepth, maxDocuments } = context.fetcher.policy;
  let latest: readonly Part[] = [entry];
  for (let depth = 1; latest.length > 0; depth++) {
    const urls = [...new Set(latest.flatMap(({ links }) => links.map(({ url }) => url)))].filter(
      (url) => !asked.has(url),
    );
    const room = depth > maxDepth ? 0 : Math.max(0, maxDocuments - asked.size + 1);
    for (const url of urls.slice(room))
      leaveOut(url, limitReason(depth, context), undefined, context);
    const wanted = urls.slice(0, room);
    for (const url of urls) asked.add(url);
    const found = await mapReporting(wanted, context, (url, inner) =>
      fetchPart(url, context.kept.from(url, folder), inner),
    );
    latest = found.filter((part) => part !== undefined);
    for (const part of latest) parts.set(part.url, part);
  }
  return [...parts.values()];
}

function limitReason(depth: number, { fetcher }: PullContext): string {
  const { maxDepth, maxDocuments } = fetcher.policy;
  return depth > maxDepth
    ? `more than ${maxDepth} documents lead to it`
    : `more than ${maxDocuments} documents are referred to`;
}

function leaveOut(
  ref: string,
  reason: string,
  kept: KeptFile | undefined,
  { diagnostics }: PullContext,
): void {
  diagnostics.report("reference-left-out", undefined, { ref, reason, kept: kept?.path });
}

async function fetchPart(
  url: string,
  kept: KeptFile | undefined,
  context: PullContext,
): Promise<Part | undefined> {
  const result = await readPart(url, kept, context);
  if (typeof result !== "string") return result;
  leaveOut(url, result, kept, context);
  if (kept === undefined) return undefined;
  const { text, validators, path } = kept;
  const links = (await keptLinks(text, path, context.kept)) ?? [];
  return { url, text, validators, kept, isKept: true, links };
}

/** The part, or why it can not be had. */
async function readPart(
  url: string,
  kept: KeptFile | undefined,
  context: PullContext,
): Promise<Part | string> {
  const { fetcher } = context;
  let found = await fetcher.get(new URL(url), { kept });
  if (found.kind === "text" && found.isKept && kept !== undefined) {
    const links = await keptLinks(kept.text, kept.path, context.kept);
    if (links !== undefined)
      return { url, text: kept.text, validators: found.validators, kept, isKept: true, links };
    found = await fetcher.get(new URL(url));
  }
  if (found.kind !== "text") return found.kind === "problem" ? found.reason : "it is not there";
  const { text, validators } = found;
  try {
    const links = await readLinks(url, found.url, text);
    return { url, text, validators, kept, isKept: false, links };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return `it can not be parsed (${error.message.replace(/\.$/, "")})`;
  }
}
