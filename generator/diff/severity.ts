/**
 * What a change does to programs that were written against the old document; from worst to least. `names only` and
 * `documentation` are nothing on the wire: the one shows in the SDK, the other nowhere but in what people read.
 */
export const severities = [
  "breaking",
  "possibly breaking",
  "compatible",
  "names only",
  "documentation",
] as const;
export type Severity = (typeof severities)[number];

/** Which way the values travel that a change is about; `both` for what is about neither or either. */
export type ChangeDirection = "request" | "response" | "both";
