import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { NetworkPolicy } from "./network/policy.ts";
import type { ReadResult } from "./read-result.ts";

/** No document comes near; a file that does is a mistake, such as a device or a dump. 256 MiB. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** Reads one document from a `file:` or `http(s):` URL. The network code is loaded only when it is needed. */
export async function readBytes(url: URL, policy: NetworkPolicy): Promise<ReadResult> {
  if (url.protocol === "file:") return readFile(url);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return unreadable(`${url.protocol} addresses are not read`);
  }
  const { fetchDocument } = await import("./network/fetch-document.ts");
  const result = await fetchDocument(url, policy);
  return result.kind === "unchanged" ? unreadable("the server answered 304") : result;
}

function readFile(url: URL): ReadResult {
  try {
    const path = fileURLToPath(url);
    const stat = statSync(path);
    if (stat.isDirectory()) return unreadable("it is a folder");
    if (stat.size > MAX_FILE_BYTES) return unreadable("it is larger than 256 MiB");
    return { kind: "read", bytes: readFileSync(path), url };
  } catch (error) {
    return fileProblem(error as NodeJS.ErrnoException);
  }
}

function fileProblem({ code, message }: NodeJS.ErrnoException): ReadResult {
  if (code === "ENOENT" || code === "ENOTDIR")
    return { kind: "missing", reason: "there is no such file" };
  if (code === "EACCES" || code === "EPERM") return unreadable("reading it is not permitted");
  return unreadable(message);
}

function unreadable(reason: string): ReadResult {
  return { kind: "unreadable", reason };
}
