/**
 * The most exact TypeScript type of a JSON value: `{ a: [1, "x"] }` for itself. Its values are never fresh, so that
 * assigning one tests the types alone, without the check for keys too many.
 */
export function typeOfValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(typeOfValue).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${typeOfValue(member)}`,
  );
  return `{ ${members.join("; ")} }`;
}
