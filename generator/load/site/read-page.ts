import { Diagnostics, Failure, type Place } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";
import { detectLanguage } from "../detect.ts";
import { listsEvents } from "../events/lists-events.ts";
import { type Fence, fencesOf } from "../markdown/fences.ts";
import { holdsOpenApi, readFences } from "../markdown/markdown-source.ts";
import type { RawDocument } from "../raw-document.ts";
import { brokenSource } from "../raw-document.ts";
import { readDataDocument } from "../read-data-document.ts";
import { type Announcement, documentOf, readAnnouncement } from "./announcement.ts";

/** What a file of a docs site turned out to be. */
export type PageContent =
  /** A whole OpenAPI document. */
  | { readonly kind: "document"; readonly source: Source }
  /** A docs page that an SDK can be made from. */
  | { readonly kind: "page"; readonly excerpts: readonly Excerpt[]; readonly listsEvents: boolean }
  /** Anything else that is as it should be, such as a guide. */
  | { readonly kind: "other" }
  | { readonly kind: "wrong"; readonly reason: string; readonly at: Place | undefined }
  /** A web page where Markdown was expected. */
  | { readonly kind: "html" };

/** A part of an OpenAPI document, as a page shows it. */
export interface Excerpt {
  readonly source: Source;
  /** The document that the page says it is from: `api-reference/v2.json`. Undefined where it does not say. */
  readonly document: string | undefined;
  /** What the page says that it shows. */
  readonly announced: Announcement | undefined;
}

/** Tells what a text is, by its content. Reads no more of it than that takes: most pages of a site are guides. */
export async function readPage(page: RawDocument): Promise<PageContent> {
  const { text } = page;
  switch (detectLanguage(text, page.name)) {
    case "empty":
      return { kind: "wrong", reason: "it is empty", at: undefined };
    case "html":
      return { kind: "html" };
    case "markdown":
      return readMarkdown(page);
    case "data": {
      const isData = /\.(?:json|ya?ml)(?:\?|$)/i.test(page.name);
      if (!isData && !versionKey.test(text)) return readMarkdown(page);
      const content = await readData(page);
      return isData || content.kind === "document" ? content : readMarkdown(page);
    }
  }
}

const versionKey = /^[ \t>{]*["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?\d/m;

async function readData(page: RawDocument): Promise<PageContent> {
  return catching(page, async (diagnostics) => {
    const source = await readDataDocument(page, diagnostics);
    const { value } = source;
    const isOpenApi =
      typeof value === "object" &&
      value !== null &&
      ["openapi", "swagger"].some((key) => Object.hasOwn(value, key));
    return isOpenApi ? { kind: "document", source } : { kind: "other" };
  });
}

async function readMarkdown(page: RawDocument): Promise<PageContent> {
  return catching(page, async (diagnostics) => {
    const fences = mayHoldFences(page.text) ? fencesOf(page.text) : [];
    const missing = fences.find((fence) => announcesOpenApi(fence) && !holdsOpenApi(fence));
    if (missing !== undefined) return wrongBlock(page, missing, "holds no OpenAPI document");
    const own = fences.filter(holdsOpenApi);
    const open = own.find(({ isOpen }) => isOpen === true);
    if (open !== undefined) return wrongBlock(page, open, "has no end, so the page is cut off");
    const sources = await readFences(page, own, diagnostics);
    const excerpts = sources.map((source, index) => ({
      source,
      document: documentOf(own[index]?.meta ?? ""),
      announced: readAnnouncement(own[index]?.meta ?? ""),
    }));
    const hasEvents = listsEvents(page.text);
    if (excerpts.length === 0 && !hasEvents) return { kind: "other" };
    return { kind: "page", excerpts, listsEvents: hasEvents };
  });
}

function mayHoldFences(text: string): boolean {
  return /^[ \t>]*(?:`{3}|~{3})/m.test(text) && (versionKey.test(text) || announcement.test(text));
}

/** The first line of a block that announces an excerpt, found without reading the blocks. */
const announcement =
  /^[ \t>]*(?:`{3,}|~{3,})[^\n]*\s(?:get|put|post|patch|delete|head|options|trace|query|webhook)\s/im;

/** True for a block that says that an excerpt follows. Samples of requests say as much: `json POST /events`. */
function announcesOpenApi({ lang, meta }: Fence): boolean {
  const announced = readAnnouncement(meta);
  if (announced === undefined) return false;
  return announced.document === undefined ? /^ya?ml$/i.test(lang) : /^(?:ya?ml|json)$/i.test(lang);
}

function wrongBlock(page: RawDocument, { line, meta }: Fence, problem: string): PageContent {
  const offset =
    page.text
      .split("\n")
      .slice(0, line - 1)
      .join("\n").length + 1;
  const reason = `the block "${meta}" ${problem}`;
  return { kind: "wrong", reason, at: brokenSource(page, offset) };
}

/** What is wrong with a document becomes a reason; warnings are for those who generate from it. */
async function catching(
  page: RawDocument,
  read: (diagnostics: Diagnostics) => Promise<PageContent>,
): Promise<PageContent> {
  try {
    return await read(new Diagnostics());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const [first] = error.diagnostics;
    const message = first?.message ?? "it can not be read";
    const reason = `${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, "")}`;
    return { kind: "wrong", reason, at: first?.at ?? brokenSource(page, 0) };
  }
}
