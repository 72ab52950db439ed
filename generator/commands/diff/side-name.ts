import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { isUrl } from "../../load/address.ts";
import { isPackageName } from "../registry/package-name.ts";

/** What the command line says about one side, taken apart. */
export type SideName =
  { readonly kind: "document"; readonly name: string } | AtRevision | PublishedName;

/** `HEAD:spec/v2.json` and its two halves. */
export interface AtRevision {
  readonly kind: "revision";
  readonly name: string;
  readonly revision: string;
  readonly file: string;
  /** What people know the revision by, where it is not what git calls it. */
  readonly shown?: string;
}

/** `@deck/sdk@^1.2.0` and its two halves: a version, a range or a tag, as npm has it. */
export interface PublishedName {
  readonly kind: "package";
  readonly name: string;
  readonly package: string;
  readonly wanted: string;
}

/** What is there as a file is a file, whatever its name. A drive of Windows is no revision. */
export function readSideName(name: string, folder: string): SideName {
  if (isUrl(name) || existsSync(resolve(folder, name))) return { kind: "document", name };
  const [, revision, file] = /^([^:]{2,}):(.+)$/s.exec(name) ?? [];
  if (revision !== undefined && file !== undefined)
    return { kind: "revision", name, revision, file };
  return publishedName(name) ?? { kind: "document", name };
}

function publishedName(name: string): PublishedName | undefined {
  const cut = name.lastIndexOf("@");
  const wanted = name.slice(cut + 1).trim();
  const isFile = /[/\\]|\.(?:json|ya?ml|md)$/i.test(wanted);
  if (cut < 1 || wanted === "" || isFile || !isPackageName(name.slice(0, cut))) return undefined;
  return { kind: "package", name, package: name.slice(0, cut), wanted };
}
