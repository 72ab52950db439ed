import type { Diagnostics } from "../diagnostics.ts";
import type { Source } from "../source.ts";
import { looksLikeJson } from "./detect.ts";
import { readJson } from "./json/json-source.ts";
import type { RawDocument } from "./raw-document.ts";

/** Reads JSON or YAML, told apart by content. The YAML parser is loaded only when it is needed. */
export async function readDataDocument(
  document: RawDocument,
  diagnostics: Diagnostics,
): Promise<Source> {
  if (looksLikeJson(document.text) && !isFlowYaml(document)) return readJson(document, diagnostics);
  const { readYaml } = await import("./yaml/yaml-source.ts");
  return readYaml(document, diagnostics);
}

/** A YAML file may begin with a brace and still not be JSON. */
function isFlowYaml({ name, text }: RawDocument): boolean {
  if (!/\.ya?ml$/i.test(name)) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}
