import type { Tarball } from "../pack.ts";

/** What publint says against a tarball; its errors and warnings. */
export async function lintPackage({ bytes }: Tarball): Promise<readonly string[]> {
  const { publint } = await import("publint");
  const { formatMessage } = await import("publint/utils");
  const tarball = bytes.slice().buffer;
  const { messages, pkg } = await publint({ pack: { tarball }, level: "warning" });
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

/**
 * What "Are the types wrong?" says against a tarball, for those who import it as a module. CommonJS can not import an
 * ES module's package in the old ways at all, and the SDK does not claim it.
 */
export async function checkTypesResolve({ bytes }: Tarball): Promise<readonly string[]> {
  const { checkPackage, createPackageFromTarballData } = await import("@arethetypeswrong/core");
  const analysis = await checkPackage(createPackageFromTarballData(bytes));
  if (analysis.types === false) return ["the package has no types"];
  const ignored = new Set<string>(["node10", "node16-cjs"]);
  return analysis.problems.flatMap((problem) => {
    const { kind } = problem;
    const resolution = "resolutionKind" in problem ? problem.resolutionKind : undefined;
    if (resolution !== undefined && ignored.has(resolution)) return [];
    const place = "entrypoint" in problem ? ` in ${problem.entrypoint}` : "";
    return [`${kind}${place}${resolution === undefined ? "" : ` (${resolution})`}`];
  });
}
