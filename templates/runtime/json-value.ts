/**
 * Any value that JSON can express. A member that may be left out counts: writing
 * JSON drops what is `undefined`.
 */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };
