import { fail } from "../diagnostics.ts";
import { escapeToken, pointerTokens } from "../json-pointer.ts";
import { isRecord, memberOf } from "../json-value.ts";
import { isMemberName } from "../layout/members.ts";
import { isMember, NAME_ROLES, type NameRole, type Names } from "../layout/name-table.ts";
import { isUsable } from "../names.ts";
import type { Source } from "../source.ts";
import { type Lock, LOCK_VERSION, type LockedInput } from "./lock.ts";

/**
 * The lock in a source that is JSON. People may change names in it, so what is wrong is said with its place:
 * `lock-newer`, `lock-invalid`; both have exit code 2, and nothing is written.
 */
export function readLock(source: Source): Lock {
  const { lockVersion, generator, config, inputs, skipped, names, ...more } = object(source, "");
  if (typeof lockVersion === "number" && lockVersion > LOCK_VERSION)
    return fail("lock-newer", { source, pointer: "/lockVersion" }, { version: lockVersion });
  if (lockVersion !== LOCK_VERSION) refuse(source, "/lockVersion", `must be ${LOCK_VERSION}`);
  if (more["release"] !== undefined) {
    const { version } = object(source, "/release");
    text(source, "/release/version", version);
  }
  return {
    generator: text(source, "/generator", generator ?? ""),
    config: text(source, "/config", config ?? ""),
    inputs: inputs === undefined ? new Map() : readInputs(source),
    ...(skipped === undefined ? {} : { skipped: readSkipped(source) }),
    names: names === undefined ? new Map() : readNames(source),
    more: new Map(Object.entries(more)),
  };
}

function readInputs(source: Source): ReadonlyMap<string, LockedInput> {
  const inputs = Object.keys(object(source, "/inputs")).map((path) => {
    const pointer = `/inputs/${escapeToken(path)}`;
    const { sha256, ...others } = object(source, pointer);
    const input: Record<string, string> = { sha256: text(source, `${pointer}/sha256`, sha256) };
    for (const key of optionalKeys) {
      if (others[key] !== undefined) input[key] = text(source, `${pointer}/${key}`, others[key]);
    }
    return [path, input as unknown as LockedInput] as const;
  });
  return new Map(inputs);
}

const optionalKeys = ["origin", "etag", "lastModified", "pulled", "generatedFrom"] as const;

function readSkipped(source: Source): ReadonlyMap<string, string> {
  const pages = Object.entries(object(source, "/skipped"));
  return new Map(
    pages.map(
      ([url, value]) => [url, text(source, `/skipped/${escapeToken(url)}`, value)] as const,
    ),
  );
}

/** Exports share one scope, so a name stands for one thing only. */
function readNames(source: Source): Names {
  const owners = new Map<string, string>();
  const sections = object(source, "/names");
  const known = NAME_ROLES.filter((role) => Object.hasOwn(sections, role));
  return new Map(
    known.map((role) => {
      const members = Object.entries(object(source, `/names/${role}`));
      for (const [key, name] of members) {
        const pointer = `/names/${role}/${escapeToken(key)}`;
        if (!isName(role, name))
          fail("lock-invalid", { source, pointer }, { problem: notName(role, name) });
        if (isMember(role)) continue;
        if (owners.has(name)) refuse(source, pointer, `is taken by "${owners.get(name)}" above`);
        owners.set(name, key);
      }
      return [role, new Map(members as [string, string][])] as const;
    }),
  );
}

/** Members may be called as no export may: `files.delete()`. */
function isName(role: NameRole, name: unknown): name is string {
  if (typeof name !== "string") return false;
  return isMember(role) ? isMemberName(name) : isUsable(name);
}

function notName(role: NameRole, name: unknown): string {
  const use = isMember(role) ? "the facade can give a member" : "TypeScript can declare";
  return `${JSON.stringify(name)} is no name that ${use}`;
}

function object(source: Source, pointer: string): Readonly<Record<string, unknown>> {
  const value = valueAt(source.value, pointer);
  return isRecord(value) ? value : refuse(source, pointer, "must be an object");
}

function text(source: Source, pointer: string, value: unknown): string {
  return typeof value === "string" ? value : refuse(source, pointer, "must be text");
}

function valueAt(root: unknown, pointer: string): unknown {
  return pointerTokens(pointer).reduce(memberOf, root);
}

function refuse(source: Source, pointer: string, problem: string): never {
  const key = pointerTokens(pointer).at(-1);
  const what = key === undefined ? "it" : `"${key}"`;
  return fail("lock-invalid", { source, pointer }, { problem: `${what} ${problem}` });
}
