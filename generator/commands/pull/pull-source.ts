import { brokenSource } from "../../load/raw-document.ts";
import { detectLanguage, looksLikeJson } from "../../load/detect.ts";
import { fail } from "../../diagnostics.ts";
import type { FetchedText, FetchProblem } from "./fetcher.ts";
import { pullDocument } from "./pull-document.ts";
import { pullIndex } from "./pull-index.ts";
import type { PullContext, PulledSource, SourcePlan } from "./pulled.ts";

/**
 * Fetches a source: an OpenAPI document with what it refers to, or a documentation index with its pages. Which of both
 * it is, is told by its content. Diagnostics: `document-not-found`, `document-unreadable`, `document-is-html`, and those
 * of `pullDocument` and `pullIndex`.
 */
export async function pullSource(plan: SourcePlan, context: PullContext): Promise<PulledSource> {
  const { from, to, docs } = plan;
  const { kept, fetcher } = context;
  const before = kept.from(from.href, docs) ?? kept.at(to);
  const known = { kept: before?.origin === from.href ? before : undefined };
  const found = plan.found ?? (await fetcher.get(from, known));
  if (found.kind !== "text") return refuse(from, found);
  if (isIndex(found)) return pullIndex(plan, found, context);
  const files = await pullDocument({ url: from, to, found }, context);
  return { plan, files, skipped: new Map(), made: "whole", eventPages: [] };
}

function refuse(from: URL, found: FetchProblem | { readonly kind: "skipped" }): never {
  const isMissing = found.kind === "problem" && found.isMissing;
  const reason = found.kind === "problem" ? found.reason : "the server answered 304";
  const code = isMissing ? "document-not-found" : "document-unreadable";
  return fail(code, undefined, { input: from.href, reason });
}

/**
 * An index is Markdown: a list of links, or docs pages in one file, such as `llms-full.txt`. A plain list looks like YAML
 * to whoever does not look for links.
 */
export function isIndex({ text, url }: Pick<FetchedText, "text" | "url">): boolean {
  const language = detectLanguage(text, url.pathname);
  if (language === "html")
    fail("document-is-html", brokenSource({ name: url.href, url: url.href, text }, 0), {});
  if (language === "markdown") return true;
  if (language === "empty" || looksLikeJson(text) || versionKey.test(text)) return false;
  return link.test(text);
}

const versionKey = /^["']?(?:openapi|swagger)["']?[ \t]*:/im;
const link = /\[[^[\]\n]{0,300}\]\([^)\n]+\)|^[ \t]*(?:[-*+][ \t]+)?<?https?:\/\/\S+$/m;
