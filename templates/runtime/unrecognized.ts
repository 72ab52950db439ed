/**
 * The type of a value that this SDK does not know yet: a newer event type, a
 * status added last week.
 *
 * An enum of its own keeps unions narrowing and exhaustive: `string` would be
 * part of every `case`. It exists for the type checker only; at run time the
 * value is the string that was received.
 *
 * @example
 * ```ts
 * switch (task.status) {
 *   case "live": ...            // one documented value
 *   default: task.status        // exactly the values this SDK does not know
 * }
 * ```
 */
export declare enum Unrecognized {
  value = "…",
}

/** The same for numbers: a value of a closed list that has grown since. */
export declare enum UnrecognizedNumber {
  value = -1,
}
