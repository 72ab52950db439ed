import type { WireResponse } from "../read/wire.ts";

type Responses = ReadonlyMap<string, WireResponse>;

export interface MatchedStatuses {
  /** Of one status, or of a status and what covers it: its range, or `default`. In the order of the new document. */
  readonly pairs: readonly (readonly [old: WireResponse, newer: WireResponse])[];
  readonly removed: readonly WireResponse[];
  readonly added: readonly WireResponse[];
}

/** Matches answers by status. A success that only a range still documents is an answer all the same. */
export function matchStatuses(old: Responses, newer: Responses): MatchedStatuses {
  const covered = [...old.values()].flatMap((one) => pairWith(one, old, newer));
  const covering = [...newer.values()].flatMap((one) =>
    pairWith(one, newer, old).map(([is, was]) => [was, is] as const),
  );
  const same = [...newer.values()].flatMap((one) => {
    const was = old.get(one.status);
    return was === undefined ? [] : [[was, one] as const];
  });
  const pairs = [...same, ...covered, ...covering];
  const [was, is] = [0, 1].map((side) => new Set(pairs.map((pair) => pair[side])));
  return {
    pairs,
    removed: [...old.values()].filter((one) => was?.has(one) !== true),
    added: [...newer.values()].filter((one) => is?.has(one) !== true),
  };
}

/** `default` covers what was documented only when it is new: else it means errors, as it did before. */
function pairWith(
  response: WireResponse,
  own: Responses,
  others: Responses,
): readonly (readonly [WireResponse, WireResponse])[] {
  const { status } = response;
  if (others.has(status) || !/^[123]\d\d$/.test(status)) return [];
  const range = others.get(`${status.charAt(0)}XX`);
  const fallback = own.has("default") ? undefined : others.get("default");
  const match = range ?? fallback;
  return match === undefined ? [] : [[response, match]];
}
