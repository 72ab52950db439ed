/** What was read, or why it could not be, in words that fit behind "because". */
export type ReadResult = ReadDocument | ReadProblem;

export interface ReadDocument {
  readonly kind: "read";
  readonly bytes: Buffer;
  /** Where it was at last, after redirects. */
  readonly url: URL;
}

export interface ReadProblem {
  readonly kind: "missing" | "unreadable";
  readonly reason: string;
}
