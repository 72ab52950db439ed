import type { ContentKind } from "../../model.ts";

/** A media type without its parameters, in lower case (RFC 9110, section 8.3.1). */
export function essence(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** What a media type's bytes become; undefined where only the schema can tell. */
export function kindOfMedia(mediaType: string): ContentKind | undefined {
  const type = essence(mediaType);
  if (
    /^(?:application|text)\/(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines|json-seq|stream\+json)$/.test(
      type,
    )
  )
    return "jsonLines";
  if (type === "text/event-stream") return "eventStream";
  if (/[/+]json$/.test(type) || type === "application/*+json") return "json";
  if (type === "application/x-www-form-urlencoded") return "urlencoded";
  if (type.startsWith("multipart/")) return "multipart";
  if (/[/+]xml$/.test(type)) return "xml";
  if (type.startsWith("text/")) return "text";
  if (/^(?:image|audio|video|font)\//.test(type)) return "binary";
  if (
    /^application\/(?:octet-stream|pdf|zip|gzip|x-gzip|x-tar|x-zip-compressed|vnd\.(?:ms-|openxmlformats).*)$/.test(
      type,
    )
  )
    return "binary";
  return undefined;
}

/** True for `*\/*`, `application/*` and the like, which may not be sent as they are. */
export function isWildcard(mediaType: string): boolean {
  return essence(mediaType).includes("*");
}
