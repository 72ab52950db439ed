import { check, getFileInfo } from "prettier";
import type { TextFile } from "./folders.ts";

/** The paths of the files that `prettier --check` would name in a project without a prettier config. */
export async function filesPrettierWouldChange(files: readonly TextFile[]): Promise<string[]> {
  const changed: string[] = [];
  for (const file of files) {
    if (!(await isClean(file))) changed.push(file.path);
  }
  return changed;
}

async function isClean(file: TextFile): Promise<boolean> {
  const { inferredParser } = await getFileInfo(file.path);
  return inferredParser === null || check(file.text, { parser: inferredParser });
}
