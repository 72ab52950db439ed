import type { Node } from "../../spec/node.ts";

/** What the types of shared parts end with; parameters and media types have their names for themselves. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ["responses", "Response"],
  ["requestBodies", "Body"],
  ["parameters", ""],
  ["mediaTypes", ""],
]);

/**
 * A name for the schema of a body that operations share, after the part that holds it: `NotFoundResponse` for the one
 * in `components/responses/NotFound` (OpenAPI 3.1, 4.8.7; Swagger 2.0 has `responses` at its top). Undefined elsewhere.
 */
export function sharedPart(schema: Node): string | undefined {
  const holder = schema.key === "schema" ? schema.parent : undefined;
  const part = holder?.parent?.key === "content" ? holder.parent.parent : holder;
  const section = part?.parent;
  const root = section?.parent?.key === "components" ? section.parent.parent : section?.parent;
  const ending = ENDINGS.get(section?.key ?? "");
  if (part === undefined || ending === undefined || root?.pointer !== "") return undefined;
  return nameWith(part.key, ending);
}

/** `404` and `default` are no names: `Response404`. */
function nameWith(key: string, ending: string): string {
  if (/^\d|^default$/i.test(key)) return `${ending} ${key}`;
  return key.toLowerCase().endsWith(ending.toLowerCase()) ? key : `${key} ${ending}`;
}
