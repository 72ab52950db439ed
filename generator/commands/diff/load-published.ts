import { relative, sep } from "node:path";
import maxSatisfying from "semver/ranges/max-satisfying.js";
import satisfies from "semver/functions/satisfies.js";
import validRange from "semver/ranges/valid.js";
import type { PackageFile } from "../../diff/surface/open-packages.ts";
import { isWebAddress } from "../../load/address.ts";
import {
  fetchPublished,
  type Published,
  publishedVersion,
  publishedVersions,
} from "../registry/published.ts";
import { findCommit, isShallow, notFound, readBlob, type Repository } from "./git.ts";
import { loadRevision } from "./load-revision.ts";
import type { Side, SideContext } from "./side.ts";
import type { PublishedName } from "./side-name.ts";

/**
 * Reads a published version of an SDK: its types from the package itself; what it speaks on the wire from its document,
 * if a configuration here is about the package and the commit that it was made from is in the repository.
 * Diagnostics: `document-not-found`, `registry-failed`, and those of `loadRevision`.
 */
export async function loadPublished(wanted: PublishedName, context: SideContext): Promise<Side> {
  const { name, package: packageName } = wanted;
  const published = await publishedVersions(packageName, context.folder);
  if (published === undefined)
    return notFound(name, `the registry has no package "${packageName}"`);
  const version =
    pickVersion(published, wanted.wanted) ?? notFound(name, unknown(published, wanted));
  const contents = await fetchPublished(packageName, version, context.folder);
  const files = contents && sourcesIn(contents);
  if (files === undefined)
    return notFound(
      name,
      "the package has no index of an SDK, neither src/index.ts nor dist/index.d.ts",
    );
  const side = {
    name: `${packageName}@${version}`,
    published: { package: packageName, version, files },
  };
  return { ...side, ...(await loadDocumentOf(packageName, version, context)) };
}

/** As npm picks: a tag, a version, or the highest version of a range, `latest` first where it is in the range. */
function pickVersion({ versions, tags }: Published, wanted: string): string | undefined {
  const tagged = tags.get(wanted);
  if (tagged !== undefined) return tagged;
  const latest = tags.get("latest");
  if (latest !== undefined && satisfies(latest, wanted)) return latest;
  return maxSatisfying(versions, wanted) ?? undefined;
}

function unknown({ tags }: Published, { wanted }: PublishedName): string {
  const known = [...tags].map(([tag, version]) => `${tag} is ${version}`).join(", ");
  const problem =
    validRange(wanted) === null
      ? `"${wanted}" is no version (1.2.0), no range (^1.2) and no tag of it`
      : `it has no version "${wanted}"`;
  return known === "" ? problem : `${problem}; ${known}`;
}

/** The sources that the package carries, else its declarations; paths below their folder. */
function sourcesIn(contents: ReadonlyMap<string, string>): readonly PackageFile[] | undefined {
  for (const [folder, ending] of [
    ["src/", ".ts"],
    ["dist/", ".d.ts"],
  ] as const) {
    if (!contents.has(`${folder}index${ending}`)) continue;
    const own = [...contents].filter(([path]) => path.startsWith(folder) && path.endsWith(ending));
    return own.map(([path, text]) => {
      const stem = path.slice(folder.length, -ending.length);
      return { path: `${stem}.ts`, text };
    });
  }
  return undefined;
}

type DocumentOf = Pick<Side, "documents" | "unseen" | "path" | "revision">;

/** The document at the commit of the version: that of its tag, or the one that the registry knows. */
async function loadDocumentOf(
  packageName: string,
  version: string,
  context: SideContext,
): Promise<DocumentOf> {
  const { folder, project } = context;
  const tag = `${packageName}@${version}`;
  if (project.config.package?.name !== packageName || project.input === undefined)
    return unseen(`no configuration here is about ${packageName}, so its document is not known`);
  const { gitHead } = (await publishedVersion(packageName, version, folder)) ?? {};
  const repository =
    findCommit(folder, `refs/tags/${tag}`) ??
    (gitHead === undefined ? undefined : findCommit(folder, gitHead));
  if (repository === undefined) {
    const clone = isShallow(folder)
      ? "this shallow clone (`git fetch --tags --unshallow` may bring it)"
      : "this repository";
    return unseen(`neither a tag ${tag} nor the commit that it was made from is in ${clone}`);
  }
  const file = pathIn(repository, project.input);
  if (file === undefined) return unseen(`its commit has no ${project.config.input ?? "document"}`);
  const { commit: revision } = repository;
  return loadRevision({ kind: "revision", name: tag, revision, file, shown: tag }, context);
}

function unseen(reason: string): DocumentOf {
  return { unseen: reason, path: undefined };
}

function pathIn(repository: Repository, input: string): string | undefined {
  if (isWebAddress(input)) return undefined;
  const path = relative(repository.root, input).split(sep).join("/");
  return path.startsWith("../") || readBlob(repository, path) === undefined ? undefined : path;
}
