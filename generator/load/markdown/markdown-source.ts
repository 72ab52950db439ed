import { type Diagnostics, fail } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";
import { readDataDocument } from "../read-data-document.ts";
import { brokenSource, type RawDocument } from "../raw-document.ts";
import { type Fence, fencesOf } from "./fences.ts";
import { remapped } from "./remapped-source.ts";

/**
 * Reads the OpenAPI document out of a docs page: the fenced block that holds one. Positions are the page's.
 * Diagnostics: `page-without-document`, `page-with-several-documents`, and those of the block's language.
 */
export async function readMarkdown(page: RawDocument, diagnostics: Diagnostics): Promise<Source> {
  const excerpts = await readExcerpts(page, diagnostics);
  const [first, second] = excerpts;
  if (first === undefined) return fail("page-without-document", brokenSource(page, 0), {});
  if (second !== undefined) {
    fail(
      "page-with-several-documents",
      { source: second, pointer: "" },
      { count: excerpts.length },
    );
  }
  return first;
}

/** All OpenAPI documents in a docs page, in the order of the page. */
export async function readExcerpts(
  page: RawDocument,
  diagnostics: Diagnostics,
): Promise<readonly Source[]> {
  const fences = fencesOf(page.text).filter(holdsOpenApi);
  return readFences(page, fences, diagnostics);
}

/** The documents in some of the fences of a page. */
export async function readFences(
  page: RawDocument,
  fences: readonly Fence[],
  diagnostics: Diagnostics,
): Promise<readonly Source[]> {
  const excerpts: Source[] = [];
  for (const fence of fences) excerpts.push(await readFence(page, fence, diagnostics));
  return excerpts;
}

const language = /^(?:ya?ml|json[c5]?|openapi)?$/i;
const versionKey = /^([ \t]*)\{?[ \t]*["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?\d/m;

/** Samples of requests and of settings are JSON and YAML too; a document says at its top which OpenAPI it is. */
export function holdsOpenApi({ text, lang }: Fence): boolean {
  const found = language.test(lang) ? versionKey.exec(text) : null;
  if (found === null) return false;
  const indent = found[1]?.length ?? 0;
  const lines = text.slice(0, found.index).split("\n");
  return lines.every((line) => isAside(line) || line.search(/\S/) >= indent);
}

/** What may stand in front of the members, and further left. */
function isAside(line: string): boolean {
  return /^\s*(?:\{\s*|#.*|---.*|%.*)?$/.test(line);
}

async function readFence(
  page: RawDocument,
  fence: Fence,
  diagnostics: Diagnostics,
): Promise<Source> {
  const inner: RawDocument = { name: page.name, url: page.url, text: fence.text };
  return remapped(page, fence, (collector) => readDataDocument(inner, collector), diagnostics);
}
