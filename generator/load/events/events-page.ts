import { type Diagnostics, fail } from "../../diagnostics.ts";
import type { Position, Source, WrittenEvents, WrittenEventType } from "../../source.ts";
import { type Fence, fencesOf } from "../markdown/fences.ts";
import { type Cell, readTables, type Table } from "../markdown/tables.ts";
import type { RawDocument } from "../raw-document.ts";
import { checkEventTypes, isAboutEvents, isEventType } from "./event-types.ts";

/**
 * Reads a docs page that lists event types in tables, one a row: `agent.created` and when it is sent. JSON blocks that
 * show a whole event become examples.
 * Diagnostics: `events-page-without-tables` (ends the run), `event-type-malformed`, `event-type-repeated`.
 */
export async function readEventsPage(
  page: RawDocument,
  diagnostics: Diagnostics,
): Promise<WrittenEvents> {
  const tables = await readTables(page.text);
  const rows = tables.filter(mayListEvents).flatMap(rowsOf);
  const source = sourceOf(page, rows);
  if (rows.length === 0) fail("events-page-without-tables", { source, pointer: "" }, {});
  const written = rows.map(({ type, description }, index): WrittenEventType => ({
    type: type.text,
    description: description?.markdown || undefined,
    pointer: `/${index}`,
  }));
  const types = checkEventTypes(source, written, diagnostics);
  return { source, types, examples: examplesIn(fencesOf(page.text)) };
}

interface Row {
  readonly type: Cell;
  readonly description: Cell | undefined;
}

/** A page may have other tables too, of fields or of errors. */
function mayListEvents({ header, rows }: Table): boolean {
  return (
    header.some(isAboutEvents) || rows.some((row) => row.some(({ text }) => isEventType(text)))
  );
}

/** The column with types is the first that has one; what it means stands in the next. */
function rowsOf({ header, rows }: Table): readonly Row[] {
  const columns = header.map((_, index) => index);
  const typed = columns.find((column) => rows.some((row) => isEventType(row[column]?.text ?? "")));
  const column = typed ?? 0;
  return rows.flatMap((row) => {
    const type = row[column];
    return type === undefined ? [] : [{ type, description: row[column + 1] }];
  });
}

/** The page as a source whose `/3` is the fourth row of its tables. */
function sourceOf(page: RawDocument, rows: readonly Row[]): Source {
  const start: Position = { line: 1, column: 1 };
  return {
    ...page,
    value: rows.map(({ type }) => type.text),
    locate: (pointer) => rows[Number(pointer.slice(1))]?.type.position ?? start,
  };
}

function examplesIn(fences: readonly Fence[]): readonly unknown[] {
  return fences.flatMap(({ lang, text }) => {
    const value = /^json/i.test(lang) ? parse(text) : undefined;
    return isExample(value) ? [value] : [];
  });
}

/** Blocks with comments or dots in them are for readers only. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Some member names a type. Which one that is, the schema that carries events says. */
function isExample(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((member) => typeof member === "string" && isEventType(member));
}
