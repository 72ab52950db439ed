/**
 * A JSON Schema (draft 2020-12) and what is known about the type made of it.
 *
 * A value that the schema allows must be assignable. One that it forbids should be refused where TypeScript can say
 * so; the lists say where it does today, so that a change for the better or the worse is seen.
 */
export interface SchemaCase {
  readonly name: string;
  readonly schema: unknown;
  /** Allowed by the schema: must be assignable. */
  readonly valid: readonly unknown[];
  /** Forbidden by the schema and refused by the type. */
  readonly refused?: readonly unknown[];
  /** Forbidden by the schema and refused by the type only as a fresh literal (a key too many). */
  readonly refusedFresh?: readonly unknown[];
  /** Forbidden by the schema, let through by the type. */
  readonly slips?: readonly unknown[];
}
