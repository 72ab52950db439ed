import { fail } from "../diagnostics.ts";
import type { Source } from "../source.ts";

/**
 * Makes sure that a document says that it is OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, by `openapi` or `swagger`
 * (OpenAPI 3.2, section 4.1). YAML authors forget the quotes, so numbers count too.
 */
export function checkOpenApi(source: Source): void {
  const { value } = source;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return fail("not-openapi", { source, pointer: "" }, { found: undefined });
  }
  const keyword = Object.hasOwn(value, "openapi") ? "openapi" : "swagger";
  if (!Object.hasOwn(value, keyword))
    return fail("not-openapi", { source, pointer: "" }, { found: kindOf(value) });
  const version = String((value as Record<string, unknown>)[keyword]);
  const supported = keyword === "openapi" ? /^3(?:\.[012](?:\..*)?)?$/ : /^2(?:\.0)?$/;
  if (!supported.test(version))
    fail("unsupported-version", { source, pointer: `/${keyword}` }, { keyword, version });
}

/** Names a few documents that are mistaken for OpenAPI. */
function kindOf(value: object): string | undefined {
  if ("asyncapi" in value) return "an AsyncAPI document";
  if ("arazzo" in value) return "an Arazzo document";
  if ("overlay" in value) return "an OpenAPI overlay";
  if ("info" in value && "item" in value) return "a Postman collection";
  if ("$schema" in value) return "a JSON Schema";
  return undefined;
}
