import type { ts as tsNamespace } from "ts-morph";
import type { Export } from "../../../diff/surface/exports.ts";
import type { TypeScript } from "../../../diff/surface/memory-program.ts";
import { declarationOf, type TypeWorld } from "../../../diff/surface/type-world.ts";
import { isOfLibrary } from "./consumer-options.ts";

/** Where the text of a type is taken from, and how a program outside names what is in there. */
export interface QualifiedScope {
  readonly world: TypeWorld;
  readonly exported: ReadonlyMap<string, Export>;
  /** The name under which the program has the package. */
  readonly sdk: string;
}

/**
 * The text of a type, or of a parameter with its type, as a program outside of the package would write it: on one line,
 * without comments, with `sdk0.` before the names of the package. Undefined where it mentions something that is not
 * exported.
 */
export function qualified(
  scope: QualifiedScope,
  node: tsNamespace.TypeNode | tsNamespace.ParameterDeclaration,
): string | undefined {
  const { ts } = scope.world;
  const edits = editsOf(scope, node);
  if (edits === undefined) return undefined;
  const start = node.getStart();
  const source = node.getSourceFile().text;
  let text = "";
  let at = start;
  for (const { place, inserted } of edits) {
    text += source.slice(at, place) + inserted;
    at = place;
  }
  return oneLine(ts, text + source.slice(at, node.end));
}

interface Edit {
  readonly place: number;
  readonly inserted: string;
}

/** What has to be put before the names in a node, in the order of the text. */
function editsOf(scope: QualifiedScope, root: tsNamespace.Node): readonly Edit[] | undefined {
  const { ts } = scope.world;
  const edits: Edit[] = [];
  let isKnown = true;
  const visit = (node: tsNamespace.Node): void => {
    const name = ts.isTypeReferenceNode(node)
      ? node.typeName
      : ts.isTypeQueryNode(node)
        ? node.exprName
        : undefined;
    if (name !== undefined) {
      const first = firstOf(ts, name);
      const kind = kindOf(scope, first);
      if (kind === "hidden") isKnown = false;
      if (kind === "exported") edits.push({ place: first.getStart(), inserted: `${scope.sdk}.` });
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return isKnown ? edits.toSorted((one, other) => one.place - other.place) : undefined;
}

function firstOf(ts: TypeScript, name: tsNamespace.EntityName): tsNamespace.Identifier {
  return ts.isIdentifier(name) ? name : firstOf(ts, name.left);
}

/** Exported by the package under this name, known everywhere (`Promise`, a type parameter in reach), or neither. */
function kindOf(
  { world, exported }: QualifiedScope,
  name: tsNamespace.Identifier,
): "exported" | "global" | "hidden" {
  const symbol = world.checker.getSymbolAtLocation(name);
  const node = symbol && declarationOf(world, symbol);
  if (node === undefined) return "hidden";
  if (exported.get(name.text)?.node === node) return "exported";
  return isOfLibrary(node) ? "global" : "hidden";
}

/** Comments go, line ends become spaces: documentation of members stands inside of type literals. */
function oneLine(ts: TypeScript, text: string): string {
  const { SyntaxKind } = ts;
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, undefined, text);
  const blank = new Set([
    SyntaxKind.SingleLineCommentTrivia,
    SyntaxKind.MultiLineCommentTrivia,
    SyntaxKind.NewLineTrivia,
    SyntaxKind.WhitespaceTrivia,
  ]);
  const parts: string[] = [];
  let isInTemplate = false;
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    // Only the parser knows that this brace ends a hole of a template literal.
    if (isInTemplate && kind === SyntaxKind.CloseBraceToken)
      kind = scanner.reScanTemplateToken(false);
    if (kind === SyntaxKind.TemplateHead) isInTemplate = true;
    if (kind === SyntaxKind.TemplateTail) isInTemplate = false;
    parts.push(blank.has(kind) ? " " : scanner.getTokenText());
  }
  return parts.join("");
}
