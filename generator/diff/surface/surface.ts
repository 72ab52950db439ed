import type { SurfaceReason } from "../verdict.ts";
import { compareExports } from "./compare-exports.ts";
import { openPackages, type PackageFile } from "./open-packages.ts";

/**
 * What changed for programs that are compiled against the package: exported names and their types. Loads the TypeScript
 * compiler, half a second, and therefore only here.
 *
 * Both packages come from the same version of Deckhand, so their runtime is one and is not compared.
 */
export async function diffSurfaces(
  old: readonly PackageFile[],
  newer: readonly PackageFile[],
): Promise<readonly SurfaceReason[]> {
  return compareExports(await openPackages(old, newer));
}
