import { isContainer, memberOf } from "../../json-value.ts";
/** What the first line of a fenced block says that it shows: `/api-reference/v2.json get /events`. */
export interface Announcement {
  /** The document that it is from: `api-reference/v2.json`. Undefined where the line does not say. */
  readonly document: string | undefined;
  /** In small letters; `webhook` for one of the document's `webhooks`. */
  readonly method: string;
  /** A path template, or the name of a webhook. */
  readonly path: string;
}

const announcement =
  /^["']?(?:([^\s"']*[./][^\s"']*)["']?\s+)?(get|put|post|patch|delete|head|options|trace|query|webhook)\s+([^\s"']+)/i;

/**
 * Reads what hosts of documentation put behind the language of a block: a document or its address, where there are
 * several, then the method and the path. Undefined for anything else.
 */
export function readAnnouncement(meta: string): Announcement | undefined {
  const [, document, method, path] = announcement.exec(withoutAttributes(meta)) ?? [];
  if (method === undefined || path === undefined) return undefined;
  if (!path.startsWith("/") && !/^webhook$/i.test(method)) return undefined;
  return { document: document && documentName(document), method: method.toLowerCase(), path };
}

/** The document of a block, also of one whose first line names nothing else: `openapi.json`. */
export function documentOf(meta: string): string | undefined {
  const { document } = readAnnouncement(meta) ?? {};
  const [, alone] =
    /^["']?(\S+?\.(?:json|ya?ml))["']?(?:[?#]\S*)?(?:\s|$)/i.exec(withoutAttributes(meta)) ?? [];
  return document ?? (alone && documentName(alone));
}

/** `title="Events" theme={null} v2.json get /events` -> `v2.json get /events` */
function withoutAttributes(meta: string): string {
  return meta.replace(/(?:^|\s)[\w-]+=(?:"[^"]*"|'[^']*'|\{[^}]*\}|\S*)/g, " ").trim();
}

/** `https://example.com/v2.json` and `/v2.json` -> `v2.json` */
function documentName(text: string): string {
  return text
    .replace(/^https?:\/\/[^/]*/i, "")
    .replace(/[?#].*$/, "")
    .replace(/^(?:\.?\/)+/, "");
}

/** True when a document has the operation: paths are the same whatever their parameters are called. */
export function hasAnnounced(document: unknown, { method, path }: Announcement): boolean {
  if (method === "webhook") return Object.hasOwn(containerIn(document, "webhooks") ?? {}, path);
  const paths = containerIn(document, "paths") ?? {};
  const own = Object.keys(paths).filter((template) => comparable(template) === comparable(path));
  return own.some((template) => Object.hasOwn(containerIn(paths, template) ?? {}, method));
}

function comparable(template: string): string {
  return template.replace(/\{[^}]*\}|:\w+/g, "{}").replace(/\/$/, "");
}

function containerIn(value: unknown, key: string): object | undefined {
  const member = memberOf(value, key);
  return isContainer(member) ? member : undefined;
}
