/** Structural equality; documentation counts nothing. */
export function sameSchema(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameSchema(item, b[index]))
    );
  }
  const left = Object.entries(a).filter(([key]) => key !== "docs");
  const right = Object.entries(b).filter(([key]) => key !== "docs");
  return (
    left.length === right.length &&
    left.every(([key, value]) => sameSchema(value, (b as Record<string, unknown>)[key]))
  );
}
