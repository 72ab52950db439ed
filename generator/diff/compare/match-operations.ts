import type { WireOperation } from "../read/wire.ts";

export interface Matched {
  readonly pairs: readonly (readonly [old: WireOperation, newer: WireOperation])[];
  readonly removed: readonly WireOperation[];
  readonly added: readonly WireOperation[];
}

/** Matches by method and path; what is left, by `operationId`: it moved. */
export function matchOperations(
  old: ReadonlyMap<string, WireOperation>,
  newer: ReadonlyMap<string, WireOperation>,
): Matched {
  const gone = [...old.values()].filter(({ key }) => !newer.has(key));
  const fresh = [...newer.values()].filter(({ key }) => !old.has(key));
  const byId = new Map(
    fresh.flatMap((one) => (one.operationId === undefined ? [] : [[one.operationId, one]])),
  );
  const moved = new Map(
    gone.flatMap((one) => {
      const match = byId.get(one.operationId ?? "");
      return match === undefined ? [] : [[match, one] as const];
    }),
  );
  const arrived = new Set(moved.values());
  return {
    pairs: [...newer.values()].flatMap((one) => {
      const match = old.get(one.key) ?? moved.get(one);
      return match === undefined ? [] : [[match, one] as const];
    }),
    removed: gone.filter((one) => !arrived.has(one)),
    added: fresh.filter((one) => !moved.has(one)),
  };
}
