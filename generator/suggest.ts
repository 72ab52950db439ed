/**
 * The candidate that a misspelt name most likely meant, or undefined when none is close: at most a third of its
 * letters may differ. Upper and lower case count as equal; the first of equally close candidates wins.
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let limit = Math.max(1, Math.floor(name.length / 3));
  let best: string | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), limit);
    if (distance > limit) continue;
    best = candidate;
    // Only a closer one can still win.
    limit = distance - 1;
    if (limit < 0) break;
  }
  return best;
}

/** Damerau-Levenshtein distance (neighbours may swap), or more than `limit` as soon as that is sure. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      current.push(stepCost(a, b, i, j, before, previous, current));
    }
    if (Math.min(...current) > limit) return limit + 1;
    [before, previous] = [previous, current];
  }
  return previous[b.length] as number;
}

function stepCost(
  a: string,
  b: string,
  i: number,
  j: number,
  ...[before, previous, current]: readonly [before: number[], previous: number[], current: number[]]
): number {
  const same = a[i - 1] === b[j - 1] ? 0 : 1;
  const cost = Math.min(
    (previous[j] as number) + 1,
    (current[j - 1] as number) + 1,
    (previous[j - 1] as number) + same,
  );
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(cost, (before[j - 2] as number) + 1) : cost;
}
