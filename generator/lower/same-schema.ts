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
  const keys = comparedKeys(a);
  return (
    keys.length === comparedKeys(b).length &&
    keys.every((key) => sameSchema((a as Members)[key], (b as Members)[key]))
  );
}

type Members = Readonly<Record<string, unknown>>;

function comparedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  return keys.includes("docs") ? keys.filter((key) => key !== "docs") : keys;
}
