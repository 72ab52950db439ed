/**
 * The most exact TypeScript type of a JSON value: `{ a: [1, "x"] }` for itself. Its values are never fresh, so that
 * assigning one tests the types alone, without the check for keys too many. Always one line.
 */
export function typeOfValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(typeOfValue).join(", ")}]`;
  if (typeof value !== "object" || value === null) return literal(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${literal(key)}: ${typeOfValue(member)}`,
  );
  return `{ ${members.join("; ")} }`;
}

/** JSON, with the two characters escaped that end a line in TypeScript but not in JSON. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
