/**
 * The types that a group's pattern stands for: `task_run.*` is every type of
 * that object, `*.failed` every type of that action.
 */
export type MatchingType<Pattern extends string> =
  Pattern extends `${infer Subject}.*`
    ? `${Subject}.${string}`
    : Pattern extends `*.${infer Action}`
      ? `${string}.${Action}`
      : Pattern;

/** Whether `type` is `pattern`, or belongs to the group that it names. */
export function matchesType(type: string, pattern: string): boolean {
  if (pattern.endsWith(".*")) return type.startsWith(pattern.slice(0, -1));
  if (pattern.startsWith("*.")) return type.endsWith(pattern.slice(1));
  return type === pattern;
}

/** Those of a union of events whose member `Tag` is, or belongs to, `Pattern`. */
export type EventOf<
  Event,
  Tag extends string,
  Pattern extends string,
> = Extract<Event, Readonly<Record<Tag, MatchingType<Pattern>>>>;

/** Groups hold known types only, as their types say. */
export function isOfType(
  known: readonly string[],
  type: string,
  pattern: string,
): boolean {
  return known.includes(type) && matchesType(type, pattern);
}
