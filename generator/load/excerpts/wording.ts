/** Members that only people read (OpenAPI 3.2, section 4; JSON Schema 2020-12, Validation, section 9). */
const forPeople: ReadonlySet<string> = new Set([
  "description",
  "summary",
  "example",
  "examples",
  "externalDocs",
]);

/** Objects whose keys are names that an author chose: a property may be called `description`. */
const named: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "definitions",
  "schemas",
  "variables",
  "mapping",
  "scopes",
  "headers",
  "encoding",
  "callbacks",
  "links",
  "parameters",
]);

/** True for a member, by its path, that says the same to a program whatever it says. */
export function isWording(path: readonly string[]): boolean {
  const key = path.at(-1) ?? "";
  return (forPeople.has(key) || key.startsWith("x-")) && !named.has(path.at(-2) ?? "");
}

/**
 * True for what describes the document as a whole. Hosts of documentation write it anew for each page: the title of the
 * page as that of the API.
 */
export function isAboutDocument([key = "", ...deeper]: readonly string[]): boolean {
  if (deeper.length > 0) return false;
  return ["info", "externalDocs"].includes(key) || key.startsWith("x-");
}

/** The tags of both, by name; those of the first count. */
export function joinTags(first: unknown, second: unknown): unknown {
  if (!Array.isArray(first) || !Array.isArray(second)) return first;
  const known = new Set(first.map(nameOf));
  const more = second.filter((tag: unknown) => !known.has(nameOf(tag))) as readonly unknown[];
  return [...(first as readonly unknown[]), ...more];
}

function nameOf(tag: unknown): unknown {
  return typeof tag === "object" && tag !== null ? (tag as { readonly name?: unknown }).name : tag;
}
