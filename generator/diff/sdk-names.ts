import { unescapeToken } from "../json-pointer.ts";
import type { Wire, WireOperation } from "./read/wire.ts";

/** What an SDK calls things: by role (`functions`, `types`), by place (`#/paths/~1pets/get`). */
export type SdkNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A component schema of the entry document, in any version of OpenAPI. */
const COMPONENT = /^#\/(?:components\/schemas|definitions)\/([^/]+)$/;

/** The wire with its operations and components called as programs know them: collisions, locked names and all. */
export function callAs(wire: Wire, names: SdkNames): Wire {
  const functions = names.get("functions");
  const types = [...(names.get("types") ?? [])].flatMap(([place, name]) => {
    const token = COMPONENT.exec(place)?.[1];
    return token === undefined ? [] : [[unescapeToken(token), name] as const];
  });
  const operations = [...wire.operations].map(([key, operation]): [string, WireOperation] => [
    key,
    { ...operation, name: functions?.get(operation.id) ?? operation.name },
  ]);
  return { ...wire, operations: new Map(operations), typeNames: new Map(types) };
}
