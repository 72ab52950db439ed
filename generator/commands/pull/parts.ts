import { Diagnostics, Failure } from "../../diagnostics.ts";
import type { Validators } from "../../load/network/validators.ts";
import { readDataDocument } from "../../load/read-data-document.ts";
import {
  findLinks,
  mayReferOutside,
  type WrittenLink,
} from "../../load/references/external-references.ts";
import type { KeptFile, KeptFiles } from "./kept-files.ts";

/** A file of an OpenAPI document: the entry, or one that is referred to. */
export interface Part {
  /** Its address. */
  readonly url: string;
  readonly text: string;
  readonly validators: Validators;
  /** What an earlier pull has of it. */
  readonly kept: KeptFile | undefined;
  /** True when `text` is that of an earlier pull, whose references are as they have to be. */
  readonly isKept: boolean;
  /** What it refers to, by address. */
  readonly links: readonly WrittenLink[];
}

/** What a text refers to. A `Failure` when it does not parse. */
export async function readLinks(
  name: string,
  url: URL,
  text: string,
): Promise<readonly WrittenLink[]> {
  if (!mayReferOutside({ text })) return [];
  const source = await readDataDocument({ name, url: url.href, text }, new Diagnostics());
  const { written, identities } = findLinks(source);
  return written.filter((link) => !identities.includes(link.url));
}

/**
 * What the file of an earlier pull refers to: its references lead to files, and the lock knows their addresses. Undefined
 * when one leads to a file that the lock does not know.
 */
export async function keptLinks(
  text: string,
  path: string,
  kept: KeptFiles,
): Promise<readonly WrittenLink[] | undefined> {
  const links = await parsedLinks(text, path);
  const known = links.map(({ text, url }) => {
    const file = url.startsWith("file:") ? kept.at(pathOfFileUrl(url)) : undefined;
    return file === undefined ? { text, url } : { text, url: file.origin };
  });
  return known.some(({ url }) => url.startsWith("file:")) ? undefined : known;
}

async function parsedLinks(text: string, path: string): Promise<readonly WrittenLink[]> {
  try {
    return await readLinks(path, new URL(path, "file:///"), text);
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

/** `file:///spec/a.yaml` -> `spec/a.yaml`, the name of a file in the project. */
export function pathOfFileUrl(url: string): string {
  return decodeURIComponent(new URL(url).pathname).slice(1);
}
