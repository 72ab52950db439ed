/** Imports and exports as text. */

import { compareText } from "../../compare-text.ts";
import { concat, group } from "./doc.ts";
import { stringLiteral } from "./encode.ts";
import { listLayout, objectList } from "./lists.ts";
import { render } from "./render.ts";
import type {
  ExportAllStatement,
  ExportStatement,
  ImportStatement,
  Specifier,
} from "./statements.ts";

export function printImport({ specifiers, from }: ImportStatement): string {
  if (specifiers.length === 0) return `import ${stringLiteral(from)};`;
  return printSpecifiers("import", specifiers, ` from ${stringLiteral(from)};`);
}

export function printExport({ specifiers, from }: ExportStatement): string {
  const end = from === undefined ? ";" : ` from ${stringLiteral(from)};`;
  return specifiers.length === 0 ? `export {}${end}` : printSpecifiers("export", specifiers, end);
}

export function printExportAll({ type, name, from }: ExportAllStatement): string {
  const alias = name === undefined ? "" : ` as ${name}`;
  return `export ${type ? "type " : ""}*${alias} from ${stringLiteral(from)};`;
}

function printSpecifiers(word: string, specifiers: readonly Specifier[], end: string): string {
  const typeOnly = specifiers.every((specifier) => specifier.type);
  const names = specifiers
    .toSorted(bySpecifier)
    .map((specifier) => specifierText(specifier, typeOnly));
  const start = typeOnly ? `${word} type ` : `${word} `;
  // A lone name stays on the line however long it is.
  if (names.length === 1) return `${start}{ ${names[0]} }${end}`;
  const text = `${start}{ ${names.join(", ")} }${end}`;
  const doc = group(text, () =>
    concat([start, listLayout(objectList, names, itself, itself), end]),
  );
  return render(doc, 0, 0);
}

function itself(name: string): string {
  return name;
}

function bySpecifier(a: Specifier, b: Specifier): number {
  return compareText(a.name, b.name) || compareText(a.alias ?? a.name, b.alias ?? b.name);
}

function specifierText({ name, alias = name, type }: Specifier, typeOnly: boolean): string {
  const word = type && !typeOnly ? "type " : "";
  return alias === name ? word + name : `${word}${name} as ${alias}`;
}
