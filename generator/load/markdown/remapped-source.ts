import { type Diagnostic, Diagnostics, Failure } from "../../diagnostics.ts";
import type { Position, Source } from "../../source.ts";
import type { RawDocument } from "../raw-document.ts";
import type { Fence } from "./fences.ts";

/** Runs `read` on a block of a page and makes every position that comes out, also of its diagnostics, one of the page. */
export async function remapped(
  page: RawDocument,
  fence: Fence,
  read: (diagnostics: Diagnostics) => Promise<Source>,
  diagnostics: Diagnostics,
): Promise<Source> {
  const toPage = pagePositions(page, fence);
  const inner = new Diagnostics();
  try {
    const source = await read(inner);
    diagnostics.list.push(...inner.list.map((diagnostic) => moved(diagnostic, page, toPage)));
    return onPage(source, page, toPage);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(error.diagnostics.map((diagnostic) => moved(diagnostic, page, toPage)));
  }
}

type ToPage = (position: Position) => Position;

/** Blocks inside lists and quotes are indented in the page, each line by what its container takes. */
function pagePositions(page: RawDocument, fence: Fence): ToPage {
  let pageLines: readonly string[] | undefined;
  let blockLines: readonly string[] | undefined;
  return ({ line, column }) => {
    pageLines ??= page.text.split(/\r?\n/);
    blockLines ??= fence.text.split(/\r?\n/);
    const pageLine = fence.line + line - 1;
    const indent = (pageLines[pageLine - 1] ?? "").indexOf(blockLines[line - 1] ?? "");
    return { line: pageLine, column: column + Math.max(indent, 0) };
  };
}

function onPage(source: Source, page: RawDocument, toPage: ToPage): Source {
  return {
    name: page.name,
    url: page.url,
    text: page.text,
    value: source.value,
    locate: (pointer) => toPage(source.locate(pointer)),
  };
}

function moved(diagnostic: Diagnostic, page: RawDocument, toPage: ToPage): Diagnostic {
  if (diagnostic.at === undefined) return diagnostic;
  const { source, pointer } = diagnostic.at;
  return { ...diagnostic, at: { source: onPage(source, page, toPage), pointer } };
}
