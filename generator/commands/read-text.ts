import { readFileSync } from "node:fs";

/** The text of a file. A byte order mark in front, as editors on Windows write it, is no part of it. */
export function readText(path: string | URL): string {
  return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
}
