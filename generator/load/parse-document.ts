import { type Diagnostics, fail } from "../diagnostics.ts";
import type { Source } from "../source.ts";
import { detectLanguage } from "./detect.ts";
import { brokenSource, type RawDocument } from "./raw-document.ts";
import { readDataDocument } from "./read-data-document.ts";

/**
 * Makes a source of text in any of the languages that documents come in: JSON, YAML, or a docs page in Markdown.
 * Diagnostics: `document-empty`, `document-is-html`, and those of each language.
 */
export async function parseDocument(
  document: RawDocument,
  diagnostics: Diagnostics,
): Promise<Source> {
  switch (detectLanguage(document.text, document.name)) {
    case "empty":
      return fail("document-empty", brokenSource(document, 0), {});
    case "html":
      return fail("document-is-html", brokenSource(document, 0), {});
    case "data":
      return readDataDocument(document, diagnostics);
    case "markdown": {
      const { readMarkdown } = await import("./markdown/markdown-source.ts");
      return readMarkdown(document, diagnostics);
    }
  }
}
