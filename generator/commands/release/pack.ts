import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail } from "../../diagnostics.ts";
import { memberOf } from "../../json-value.ts";
import { npm } from "../registry/npm.ts";

/** A package as a registry takes it. */
export interface Tarball {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** `sha512-...`, as the registry will say it. */
  readonly integrity: string;
  /** What is in it, in bytes. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** Writes the files into `package/` of a folder and packs them as npm does. Diagnostic: `release-check-failed`. */
export async function pack(files: ReadonlyMap<string, string>, folder: string): Promise<Tarball> {
  const source = join(folder, "package");
  for (const [path, text] of files) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  const words = ["pack", "--ignore-scripts", "--pack-destination", folder];
  const answer = await npm(words, source);
  const name = readdirSync(folder).find((one) => one.endsWith(".tgz"));
  if (!answer.ok || name === undefined) {
    const problems = answer.ok ? "npm made no tarball" : answer.problem.summary;
    return fail("release-check-failed", undefined, { check: "npm pack", problems });
  }
  const facts = Array.isArray(answer.value) ? (answer.value[0] as unknown) : answer.value;
  const listed = memberOf(facts, "files");
  return {
    path: join(folder, name),
    bytes: readFileSync(join(folder, name)),
    integrity: String(memberOf(facts, "integrity")),
    files: (Array.isArray(listed) ? listed : []).map((file: unknown) => ({
      path: String(memberOf(file, "path")),
      size: Number(memberOf(file, "size")),
    })),
  };
}
