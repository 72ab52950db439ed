import { fail } from "../diagnostics.ts";
import { displayName } from "./address.ts";
import type { LoadContext } from "./context.ts";
import { decodeText } from "./decode.ts";
import type { RawDocument } from "./raw-document.ts";
import { readBytes } from "./read.ts";

/**
 * The text of a document that the user named. Diagnostics, which end the run: `document-not-found`,
 * `document-unreadable`, `document-not-text`.
 */
export async function readNamed(
  url: URL,
  { folder, network }: Pick<LoadContext, "folder" | "network">,
): Promise<RawDocument> {
  const found = await readBytes(url, network);
  if (found.kind !== "read") {
    const code = found.kind === "missing" ? "document-not-found" : "document-unreadable";
    return fail(code, undefined, { input: displayName(url, folder), reason: found.reason });
  }
  const name = displayName(found.url, folder);
  const text = decodeText(found.bytes);
  if (text === undefined) return fail("document-not-text", undefined, { input: name });
  return { name, url: found.url.href, text };
}
