import { createHash } from "node:crypto";

/** The SHA-256 of a text in UTF-8, in hexadecimal. Line ends count as `\n`, which git may have changed on the way. */
export function hashText(text: string): string {
  const unix = text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
  return createHash("sha256").update(unix).digest("hex");
}
