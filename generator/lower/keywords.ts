import type { Diagnostics } from "../diagnostics.ts";
import type { Node } from "../spec/node.ts";
import { suggest } from "../suggest.ts";

/** The keywords of one of OpenAPI's objects, those of all versions together. */
type Keywords = ReadonlySet<string>;

/** OpenAPI Object (3.2, section 4.1), Swagger Object (2.0). */
export const DOCUMENT_KEYWORDS: Keywords = words(`
  openapi swagger $self info jsonSchemaDialect servers paths webhooks components security tags externalDocs
  host basePath schemes consumes produces definitions parameters responses securityDefinitions`);

/** Components Object (3.2, section 4.7). */
export const COMPONENTS_KEYWORDS: Keywords = words(`
  schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems mediaTypes`);

/** Operation Object (3.2, section 4.10; 2.0). */
export const OPERATION_KEYWORDS: Keywords = words(`
  tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security
  servers consumes produces schemes $ref`);

/** Parameter Object (3.2, section 4.12), which in 2.0 has those of its schema. */
export const PARAMETER_KEYWORDS: Keywords = words(`
  name in description required deprecated allowEmptyValue style explode allowReserved schema example examples content
  type format items collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength
  pattern maxItems minItems uniqueItems enum multipleOf $ref summary`);

/** Request Body Object (3.2, section 4.13) and Response Object (3.2, section 4.17; 2.0). */
export const BODY_KEYWORDS: Keywords = words(`
  summary description required content headers links schema examples $ref`);

function words(text: string): Keywords {
  return new Set(text.trim().split(/\s+/));
}

/**
 * Says which members of an object are a keyword with a slip: `respnses`. Others that OpenAPI does not have are left to
 * whoever wrote them, for some tools add members without the `x-` that extensions begin with. Diagnostic:
 * `misspelt-keyword`.
 */
export function reportMisspelt(diagnostics: Diagnostics, node: Node, keywords: Keywords): void {
  for (const keyword in node.record) {
    if (keywords.has(keyword) || keyword.startsWith("x-")) continue;
    const suggestion = suggest(keyword, keywords);
    if (suggestion === undefined) continue;
    diagnostics.report("misspelt-keyword", node.get(keyword), { keyword, suggestion });
  }
}
