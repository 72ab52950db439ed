import { load, YAMLException } from "js-yaml";
import { type Diagnostics, fail } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";
import { MAX_DEPTH } from "../depth.ts";
import { reportDuplicateKeys } from "../duplicate-keys.ts";
import { positionFinder } from "../positions.ts";
import { brokenSource, type RawDocument } from "../raw-document.ts";
import { checkAliases } from "./yaml-aliases.ts";
import { duplicateYamlKeys } from "./yaml-duplicates.ts";
import { YamlPositions } from "./yaml-positions.ts";
import { yamlOptions } from "./yaml-schema.ts";
import { YamlTree } from "./yaml-tree.ts";

/**
 * Reads a YAML document (one, not a stream of several). Diagnostics: `invalid-yaml`, `nested-too-deeply`,
 * `alias-expansion`, and the warning `duplicate-key`, where the last one counts as in JSON.
 */
export function readYaml(document: RawDocument, diagnostics: Diagnostics): Source {
  const { name, url, text } = document;
  const { value, tree, hasDuplicates } = parse(document);
  const positions = new YamlPositions(tree);
  const toPosition = positionFinder(text);
  const source: Source = {
    name,
    url,
    text,
    value,
    locate: (pointer) => toPosition(positions.offsetOf(pointer)),
  };
  checkAliases(source);
  if (hasDuplicates) reportDuplicateKeys(document, duplicateYamlKeys(tree), diagnostics);
  return source;
}

interface Parsed {
  readonly value: unknown;
  readonly tree: YamlTree;
  readonly hasDuplicates: boolean;
}

function parse(document: RawDocument): Parsed {
  try {
    return { ...compose(document.text, "refuse"), hasDuplicates: false };
  } catch (error) {
    if (!isDuplicate(error)) return refuse(document, error);
  }
  try {
    return { ...compose(document.text, "lastCounts"), hasDuplicates: true };
  } catch (error) {
    return refuse(document, error);
  }
}

function compose(text: string, equalKeys: "refuse" | "lastCounts"): Pick<Parsed, "value" | "tree"> {
  const tree = new YamlTree(text);
  const value = load(text, { ...yamlOptions(equalKeys), listener: tree.listener });
  return { value, tree };
}

function isDuplicate(error: unknown): boolean {
  return error instanceof YAMLException && error.reason === "duplicated mapping key";
}

function refuse(document: RawDocument, error: unknown): never {
  if (!(error instanceof YAMLException)) throw error;
  const { mark, reason } = error as { mark?: { position: number }; reason: string };
  const at = brokenSource(document, mark?.position ?? secondDocument(document.text));
  if (reason.startsWith("nesting exceeded")) fail("nested-too-deeply", at, { limit: MAX_DEPTH });
  return fail("invalid-yaml", at, { problem: reason });
}

/** The one error without a position is "expected a single document": shown at the second `---`. */
function secondDocument(text: string): number {
  const markers = [...text.matchAll(/^---(?=\s|$)/gm)];
  return markers.at(text.startsWith("---") ? 1 : 0)?.index ?? 0;
}
