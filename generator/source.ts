/** One document as it was read: its text, its value, and where each value stands in the text. */
export interface Source {
  /** As people see it: the path relative to the working directory with `/`, or the URL. */
  readonly name: string;
  /** Its identity, against which relative references resolve: a `file:` or `http(s):` URL without fragment. */
  readonly url: string;
  readonly text: string;
  /** The JSON value of the whole document. Treat as hostile: any shape, any key. */
  readonly value: unknown;
  /**
   * Where the value at a JSON pointer begins (for a member of an object: its key). A pointer that leads nowhere gives
   * its nearest existing ancestor. Computed on the first question, not while loading.
   */
  locate(pointer: string): Position;
  /**
   * Only of a document that overlays have changed: where the value at a pointer was really written, in this document
   * or in an overlay.
   */
  origin?(pointer: string): { readonly source: Source; readonly pointer: string };
}

/** 1-based, as editors count; columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The entry document and every document that it refers to, already read, so that resolving needs no input or output. */
export interface Documents {
  readonly entry: Source;
  /** By URL without fragment. A document that could not be read is not here. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Why a document is not in `sources`, by URL, in words that fit behind "because". */
  readonly missing: ReadonlyMap<string, string>;
  /** The overlays that have changed the entry document. */
  readonly overlays?: readonly Source[];
}

/** Event types as a docs page or a list in the config has them, before they are bound to a schema. */
export interface WrittenEvents {
  /** The page or the config; `pointer`s of the types are its. */
  readonly source: Source;
  /** In the order of the source, each type once. */
  readonly types: readonly WrittenEventType[];
  /** Whole events that the page shows as JSON. */
  readonly examples: readonly unknown[];
}

export interface WrittenEventType {
  /** `task_run.completed`: the object, a dot, the action. */
  readonly type: string;
  /** When it is sent, as Markdown. */
  readonly description: string | undefined;
  readonly pointer: string;
}
