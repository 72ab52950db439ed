import { fail } from "../diagnostics.ts";

/** Turns errors of the file system into diagnostics; everything else passes. */
export function reportingErrors<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !(error instanceof Error) || !("syscall" in error)) throw error;
    return fail("output-unwritable", undefined, { folder, reason: reasonOf(code, error.message) });
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "writing there is not permitted"],
  ["EPERM", "writing there is not permitted"],
  ["EROFS", "its file system can only be read"],
  ["ENOSPC", "its disk is full"],
  ["EDQUOT", "its disk quota is used up"],
  ["ENOTDIR", "a file stands where a folder is needed"],
  ["EEXIST", "a file stands where a folder is needed"],
  ["EISDIR", "a folder stands where a file is needed"],
  ["ENAMETOOLONG", "a file name is too long for its file system"],
]);

function reasonOf(code: string, message: string): string {
  return reasons.get(code) ?? message;
}
