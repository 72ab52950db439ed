/** A file of the output. */
export interface OutputFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The folder that an output goes to. */
export interface OutputFolder {
  /** Absolute. */
  readonly path: string;
  /** As diagnostics call it: as the user wrote it. */
  readonly name: string;
}
