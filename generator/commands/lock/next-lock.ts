import manifest from "../../../package.json" with { type: "json" };
import type { Names } from "../../index.ts";
import { displayName } from "../../load/address.ts";
import { hashText } from "../../lock/hash.ts";
import type { Config } from "../../options.ts";
import type { Lock, LockedInput } from "../../lock/lock.ts";
import type { Source } from "../../source.ts";
import type { LockPlace } from "./lock-file.ts";

/** What a run was made from. */
export interface RunInputs {
  /** Every document and page that was read. */
  readonly sources: readonly Source[];
  readonly config: Source;
}

/**
 * Names between the run, where files are called relative to the current folder, and the lock, where they are relative
 * to the configuration.
 */
export class LockedPlaces {
  readonly #toLock: ReadonlyMap<string, string>;
  readonly #fromLock: ReadonlyMap<string, string>;

  constructor(sources: Iterable<Source>, { folder }: LockPlace) {
    const pairs = [...sources].map(
      ({ name, url }) => [name, displayName(new URL(url), folder)] as const,
    );
    this.#toLock = new Map(pairs);
    this.#fromLock = new Map(pairs.map(([name, locked]) => [locked, name]));
  }

  toLock(names: Names): Names {
    return renamed(names, this.#toLock);
  }

  fromLock(names: Names): Names {
    return renamed(names, this.#fromLock);
  }
}

function renamed(names: Names, files: ReadonlyMap<string, string>): Names {
  if ([...files].every(([from, to]) => from === to)) return names;
  return new Map(
    [...names].map(([role, members]) => [
      role,
      new Map([...members].map(([key, name]) => [renameKey(key, files), name])),
    ]),
  );
}

function renameKey(key: string, files: ReadonlyMap<string, string>): string {
  const cut = key.indexOf("#");
  const file = cut > 0 ? files.get(key.slice(0, cut)) : undefined;
  return file === undefined ? key : file + key.slice(cut);
}

/**
 * The lock after a run. Names whose owner is gone are left out, except when a part of the document could not be read:
 * then nobody knows. What `pull` wrote stays.
 */
export function nextLock(
  before: Lock | undefined,
  names: Names,
  { sources, config }: RunInputs,
  { place, isWhole }: { readonly place: LockPlace; readonly isWhole: boolean },
): Lock {
  const { folder } = place;
  const inputs = new Map(
    [...(before?.inputs ?? [])].filter(([, { origin }]) => origin !== undefined),
  );
  for (const { url, text } of sources) {
    const key = displayName(new URL(url), folder);
    inputs.set(key, nextInput(before?.inputs.get(key), hashText(text)));
  }
  return {
    generator: manifest.version,
    config: hashConfig(config),
    inputs,
    names: isWhole || before === undefined ? names : joined(before.names, names),
    ...(before?.skipped === undefined ? {} : { skipped: before.skipped }),
    more: before?.more ?? new Map(),
  };
}

/** Where documents come from decides nothing of what is made from them. */
export function hashConfig({ value }: Source): string {
  const deciding = { ...(value as Config), sources: undefined };
  return hashText(JSON.stringify(deciding));
}

/** The inputs that are not the same in two locks, then the configuration and Deckhand, in people's words. */
export function whatMoved(before: Lock, after: Lock, config: string): readonly string[] {
  const paths = new Set([...before.inputs.keys(), ...after.inputs.keys()]);
  const moved = [...paths]
    .filter((path) => generatedFrom(before, path) !== generatedFrom(after, path))
    .toSorted();
  if (before.config !== after.config) moved.push(config);
  if (before.generator !== after.generator)
    moved.push(`Deckhand (${before.generator}, now ${after.generator})`);
  return moved;
}

function generatedFrom({ inputs }: Lock, path: string): string | undefined {
  const input = inputs.get(path);
  return input?.generatedFrom ?? input?.sha256;
}

/** Once its text is another one, the validators of the answer say nothing about it. */
function nextInput(before: LockedInput | undefined, sha256: string): LockedInput {
  if (before?.sha256 === sha256) {
    const { generatedFrom, ...settled } = before;
    return generatedFrom === undefined ? before : settled;
  }
  return before?.origin === undefined ? { sha256 } : { sha256, origin: before.origin };
}

function joined(before: Names, after: Names): Names {
  const roles = new Set([...before.keys(), ...after.keys()]);
  return new Map(
    [...roles].map((role) => [
      role,
      new Map([...(before.get(role) ?? []), ...(after.get(role) ?? [])]),
    ]),
  );
}
