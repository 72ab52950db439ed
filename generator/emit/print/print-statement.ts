/** Statements as text. */

import { printClass } from "./print-class.ts";
import { printConstant, printFunction } from "./print-code.ts";
import { printExport, printExportAll, printImport } from "./print-modules.ts";
import { withDocs } from "./print-parts.ts";
import { printEnum, printInterface, printTypeAlias } from "./print-types.ts";
import type { Statement } from "./statements.ts";

/** A statement with its docs, without a line end. */
export function printStatement(statement: Statement): string {
  switch (statement.kind) {
    case "import":
      return printImport(statement);
    case "export":
      return printExport(statement);
    case "exportAll":
      return printExportAll(statement);
    case "interface":
      return withDocs(statement.docs, printInterface(statement));
    case "typeAlias":
      return withDocs(statement.docs, printTypeAlias(statement));
    case "constant":
      return withDocs(statement.docs, printConstant(statement));
    case "function":
      return printFunction(statement);
    case "class":
      return withDocs(statement.docs, printClass(statement));
    case "enum":
      return withDocs(statement.docs, printEnum(statement));
    case "raw":
      return statement.text;
  }
}
