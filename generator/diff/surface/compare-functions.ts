import type { ts as tsNamespace } from "ts-morph";
import { code, codePair } from "../names.ts";
import type { SurfaceReason } from "../verdict.ts";
import type { ExportPair } from "./export-pair.ts";
import { textIn, textOf } from "./exports.ts";

/** What a declaration says of a function. */
export type Signature = Pick<tsNamespace.FunctionDeclaration, "parameters" | "type">;

/** What a function takes and gives, where its own declaration differs; the types it names are compared themselves. */
export function compareFunctions(
  pair: ExportPair,
  old: Signature,
  newer: Signature,
): readonly SurfaceReason[] {
  return [...compareParameters(pair, old, newer), ...compareReturn(pair, old, newer)];
}

function compareParameters(
  pair: ExportPair,
  old: Signature,
  newer: Signature,
): readonly SurfaceReason[] {
  const { checker } = pair.packages;
  return newer.parameters.flatMap((parameter, index) => {
    const was = old.parameters[index];
    const isRequired = parameter.questionToken === undefined && parameter.initializer === undefined;
    const wasRequired =
      was !== undefined && was.questionToken === undefined && was.initializer === undefined;
    const name = code(parameter.name.getText());
    if (was === undefined)
      return reason(
        pair,
        isRequired ? "major" : "minor",
        `it now takes ${name}${isRequired ? ", which is required" : ""}`,
      );
    if (isRequired && !wasRequired) return reason(pair, "major", `its ${name} are now required`);
    if (!isRequired && wasRequired) return reason(pair, "minor", `its ${name} may now be left out`);
    const texts = [was, parameter].map(({ type }) => typeText(pair, type));
    // Where there are no parameters any more, each is reported by its own name.
    const isSame = texts[0] === texts[1] || texts.includes("Record<string, never>");
    if (
      isSame ||
      checker.isTypeAssignableTo(
        checker.getTypeAtLocation(was),
        checker.getTypeAtLocation(parameter),
      )
    )
      return [];
    const [now, before] = shownPair(parameter.type, was.type);
    return reason(pair, "major", `its ${name} are now ${now}, were ${before}`);
  });
}

function compareReturn(
  pair: ExportPair,
  old: Signature,
  newer: Signature,
): readonly SurfaceReason[] {
  const { checker } = pair.packages;
  if (old.type === undefined || newer.type === undefined) return [];
  if (typeText(pair, old.type) === typeText(pair, newer.type)) return [];
  const was = checker.getTypeFromTypeNode(old.type);
  const is = checker.getTypeFromTypeNode(newer.type);
  const [now, before] = shownPair(newer.type, old.type);
  const text = `it now gives ${now}, was ${before}`;
  if (!checker.isTypeAssignableTo(is, was)) return reason(pair, "major", text);
  return checker.isTypeAssignableTo(was, is) ? [] : reason(pair, "minor", text);
}

function typeText({ packages }: ExportPair, node: tsNamespace.TypeNode | undefined): string {
  return node === undefined ? "" : textOf(packages.ts, node);
}

function shownPair(
  ...nodes: readonly [tsNamespace.TypeNode | undefined, tsNamespace.TypeNode | undefined]
): readonly [string, string] {
  const [one = "any", other = "any"] = nodes.map((node) => node && textIn(node));
  return codePair(one, other);
}

function reason(
  { site }: ExportPair,
  bump: SurfaceReason["bump"],
  text: string,
): readonly SurfaceReason[] {
  return [{ bump, subject: site.subject, text, from: "types" }];
}
