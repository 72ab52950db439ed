import { memberOf } from "../../../json-value.ts";

/** What users can import from. */
export interface PackageEntry {
  /** `deck-sdk/webhooks` */
  readonly specifier: string;
  /** The declarations in the package: `dist/webhooks.d.ts`. */
  readonly types: string;
}

/** The entries of a package with types, in the order of its `exports`. */
export function packageEntries(manifest: string): readonly PackageEntry[] {
  const value: unknown = JSON.parse(manifest);
  const exported = memberOf(value, "exports");
  if (typeof exported !== "object" || exported === null) return [];
  return Object.entries(exported).flatMap(([subpath, target]) => {
    const types = memberOf(target, "types");
    if (typeof types !== "string") return [];
    const specifier = `${String(memberOf(value, "name"))}${subpath.slice(1)}`;
    return [{ specifier, types: types.replace(/^\.\//, "") }];
  });
}
