import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Source } from "../../source.ts";
import { toUrl } from "../address.ts";
import type { LoadContext } from "../context.ts";
import { detectLanguage } from "../detect.ts";
import { readExcerpts } from "../markdown/markdown-source.ts";
import { parseDocument } from "../parse-document.ts";
import { readNamed } from "../read-named.ts";

/**
 * The OpenAPI documents in docs pages, in the order of the pages and of each page's blocks. An input is a page, as a
 * path or URL, or a folder, whose Markdown files are taken at any depth in the order of their paths. Pages without a
 * block give nothing. Diagnostics: `document-not-found`, `document-unreadable`, `document-not-text`, and those of the blocks.
 */
export async function loadExcerpts(
  inputs: readonly string[],
  context: LoadContext,
): Promise<readonly Source[]> {
  const excerpts: Source[] = [];
  for (const url of inputs.flatMap((input) => pagesOf(toUrl(input, context.folder)))) {
    excerpts.push(...(await readPage(url, context)));
  }
  return excerpts;
}

function pagesOf(url: URL): readonly URL[] {
  if (url.protocol !== "file:") return [url];
  const path = fileURLToPath(url);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? markdownFiles(path).map((file) => toUrl(file, path)) : [url];
}

function markdownFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter(
      (name) => /\.(?:md|mdx|markdown)$/i.test(name) && !/(?:^|\/)(?:node_modules|\.)/.test(name),
    )
    .toSorted()
    .map((name) => join(folder, name));
}

async function readPage(url: URL, context: LoadContext): Promise<readonly Source[]> {
  const page = await readNamed(url, context);
  return detectLanguage(page.text, page.name) === "markdown"
    ? readExcerpts(page, context.diagnostics)
    : [await parseDocument(page, context.diagnostics)];
}
