import type { Node } from "./node.ts";

/** The sections of `components` (OpenAPI 3.2, section 4.7) that hold what a reference can stand for. */
export const SECTIONS = [
  "schemas",
  "responses",
  "parameters",
  "requestBodies",
  "headers",
  "securitySchemes",
  "callbacks",
  "pathItems",
  "mediaTypes",
] as const;

export type Section = (typeof SECTIONS)[number];

/**
 * The section that a component stands in, where it is another one than what refers to it needs; undefined for what
 * stands elsewhere, because only its reader can tell what that is.
 */
export function strangeSection(target: Node, needed: Section): string | undefined {
  const section = target.parent;
  if (section?.parent?.key !== "components" || section.parent.parent?.parent !== undefined)
    return undefined;
  return section.key === needed || section.key.startsWith("x-") ? undefined : section.key;
}
