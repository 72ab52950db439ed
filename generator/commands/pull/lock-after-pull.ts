import manifest from "../../../package.json" with { type: "json" };
import { hashText } from "../../lock/hash.ts";
import type { Lock, LockedInput } from "../../lock/lock.ts";
import type { KeptFile } from "./kept-files.ts";
import type { ProjectBefore } from "./project-before.ts";
import type { PulledFile, PulledSource } from "./pulled.ts";

/**
 * The lock after a pull: for each file its hash, its address, the validators of the answer and the day on which it last
 * changed. Undefined when no file and no address is another one; that some server gave a new validator for an old text,
 * or that a page without a part of the API was changed, is not worth a commit.
 */
export function lockAfterPull(
  pulled: readonly PulledSource[],
  before: ProjectBefore,
  leaving: readonly KeptFile[],
): Lock | undefined {
  const { lock } = before;
  const inputs = new Map(lock?.inputs);
  for (const { path } of leaving) inputs.delete(path);
  for (const file of pulled.flatMap((source) => source.files))
    inputs.set(file.path, lockedInput(file, before));
  if (lock !== undefined && isSettled(lock.inputs, inputs)) return undefined;
  return {
    generator: lock?.generator ?? manifest.version,
    config: lock?.config ?? "",
    inputs,
    skipped: new Map(pulled.flatMap(({ skipped }) => [...skipped])),
    names: lock?.names ?? new Map(),
    more: lock?.more ?? new Map(),
  };
}

function lockedInput(file: PulledFile, { lock, today, project }: ProjectBefore): LockedInput {
  const { path, text, origin, validators } = file;
  const before = lock?.inputs.get(path);
  const sha256 = hashText(text);
  const isSame = before?.sha256 === sha256 && before.pulled !== undefined;
  const generatedFrom = before?.generatedFrom ?? before?.sha256;
  const isDeciding =
    file.role === "document" || file.role === "part" || isNamed(file, project.sources);
  return {
    sha256,
    origin,
    ...(validators.etag === undefined ? {} : { etag: validators.etag }),
    ...(validators.lastModified === undefined ? {} : { lastModified: validators.lastModified }),
    pulled: isSame ? before.pulled : today,
    ...(project.sharesLock && isDeciding && generatedFrom !== undefined && generatedFrom !== sha256
      ? { generatedFrom }
      : {}),
  };
}

function isNamed(
  { path }: PulledFile,
  sources: readonly { readonly named: readonly string[] }[],
): boolean {
  return sources.some(({ named }) => named.includes(path));
}

function isSettled(
  before: ReadonlyMap<string, LockedInput>,
  after: ReadonlyMap<string, LockedInput>,
): boolean {
  const isSame = ([path, input]: readonly [string, LockedInput]): boolean => {
    const old = before.get(path);
    return (
      old?.sha256 === input.sha256 && old.origin === input.origin && old.pulled === input.pulled
    );
  };
  return before.size === after.size && [...after].every(isSame);
}
