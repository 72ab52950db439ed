import { isRecord } from "./json-value.ts";
import type { Source } from "./source.ts";

/**
 * The URL that a document gives to itself (OpenAPI 3.2, section 4.1, `$self`), absolute and without fragment; undefined
 * where it gives none. References to it lead to the document, wherever it was found.
 */
export function selfUri({ value, url }: Pick<Source, "value" | "url">): string | undefined {
  const self = isRecord(value) ? value["$self"] : undefined;
  return typeof self === "string" ? bareUrl(self, url) : undefined;
}

/** Whether a reference in a document means the document by the name that it gives itself. */
export function meansItself(reference: string, source: Pick<Source, "value" | "url">): boolean {
  const self = selfUri(source);
  return self !== undefined && bareUrl(reference, self) === self;
}

function bareUrl(reference: string, base: string): string | undefined {
  if (!URL.canParse(reference, base)) return undefined;
  const url = new URL(reference, base);
  url.hash = "";
  return url.href;
}
