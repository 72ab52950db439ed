/** What stands around a type, as far as it changes the look: parentheses, and who indents a union. */
export type Place =
  "plain" | "alias" | "argument" | "onlyElement" | "element" | "operand" | "union" | "intersection";

/** True where unions, intersections and functions need parentheses. */
export function needsParentheses(place: Place): boolean {
  return place === "operand" || place === "union" || place === "intersection";
}
