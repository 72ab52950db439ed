/** What a text is, told by its content: names and content types are often wrong, and pasted pages have neither. */
export type Language = "data" | "markdown" | "html" | "empty";

const blank = /^\s*$/;
const html = /^\s*(?:<!doctype html|<html[\s>])/i;
// A docs page may have `openapi: get /events` or `openapi: v2.json get /events` in its front matter.
const versionLine =
  /^["']?(?:openapi|swagger)["']?[ \t]*:(?![ \t]*["']?(?:\S+[ \t]+)?(?:get|put|post|patch|delete|head|options|trace|webhook)[ \t])/im;
const fence = /^ {0,3}(?:`{3,}|~{3,})/m;
const heading = /^#{1,6} \S|^> /m;

/** `name` decides only what the text leaves open: a page without fences, or a data file with one in a comment. */
export function detectLanguage(text: string, name: string): Language {
  if (blank.test(text)) return "empty";
  if (looksLikeJson(text)) return "data";
  if (html.test(text)) return "html";
  const firstFence = fence.exec(text)?.index ?? text.length;
  if (versionLine.test(text.slice(0, firstFence))) return "data";
  if (/\.(?:md|mdx|markdown)$/i.test(name)) return "markdown";
  if (firstFence === text.length || /\.(?:ya?ml|json)$/i.test(name)) return "data";
  return heading.test(text.slice(0, firstFence)) || versionLine.test(text) ? "markdown" : "data";
}

/** A JSON object or list, also one with comments. YAML's flow style opens alike, but its keys are seldom quoted. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{\s*(?:["}/]|$)|\[\s*(?:["[{\]/\d]|$))/.test(text.slice(0, 1000));
}
