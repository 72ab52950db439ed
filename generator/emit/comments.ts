import type { Docs, Operation } from "../model.ts";
import { type Comment, type CommentTag, codeSpan } from "./print/index.ts";

/** The author's words about what has this name; undefined when there are none. */
export function commentOf(docs: Docs, name = ""): Comment | undefined {
  const text = telling(docs.description, name) || telling(docs.summary, name);
  const tags = tagsOf(docs);
  if (text === "" && tags.length === 0) return undefined;
  return { text, tags };
}

/** What only repeats the name says nothing: "Item Id" of `item_id`, as people write and frameworks make it. */
function telling(text = "", name: string): string {
  // Prose is longer than any spelling of a name.
  const isProse = text.length > 2 * name.length + 8;
  return !isProse && lettersOf(text) === lettersOf(name) ? "" : text.trim();
}

function lettersOf(text: string): string {
  return text.replace(/[\s_.-]/g, "").toLowerCase();
}

/** The endpoint, then the author's words about what has this name. The endpoint is code, so that no path can be Markdown. */
export function operationComment({ method, path, docs }: Operation, name: string): Comment {
  const summary = telling(docs.summary, name);
  const description = telling(docs.description, name);
  const paragraphs = [
    codeSpan(`${method} ${path}`),
    ...(summary !== "" && !startsWith(description, summary) ? [summary] : []),
    ...(description === "" ? [] : [description]),
  ];
  return { text: paragraphs.join("\n\n"), tags: linkTags(docs) };
}

/** Many documents repeat the summary as the first words of the description, or as the whole of it. */
function startsWith(description: string, summary: string): boolean {
  const start = summary.replace(/\.$/, "").toLowerCase();
  return description.slice(0, start.length).toLowerCase().startsWith(start);
}

const NO_TAGS: readonly CommentTag[] = [];

function tagsOf(docs: Docs): readonly CommentTag[] {
  const tags = linkTags(docs);
  if (docs.default === undefined || isEmptyValue(docs.default)) return tags;
  return [{ name: "default", text: JSON.stringify(docs.default) }, ...tags];
}

/** What an operation can have as well. */
function linkTags({ externalUrl, deprecated }: Docs): readonly CommentTag[] {
  if (externalUrl === undefined && deprecated !== true) return NO_TAGS;
  const tags: CommentTag[] = [];
  if (externalUrl !== undefined) tags.push({ name: "see", text: externalUrl });
  if (deprecated === true) tags.push({ name: "deprecated" });
  return tags;
}

function isEmptyValue(value: unknown): boolean {
  return value === null || value === "";
}
