import fc from "fast-check";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What stands in broken documents: values of the wrong shape, references to nowhere and to oneself, hostile words. */
const junk: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  "",
  "x",
  "*/",
  "${x}",
  "__proto__",
  "\u2028",
  [],
  {},
  [[]],
  [null],
  { $ref: "#/nowhere" },
  { $ref: "#" },
  { $ref: "" },
  { $ref: "%" },
  { type: [] },
  { type: ["string", "number"] },
  { type: "colour" },
  { allOf: [] },
  { allOf: {} },
  { oneOf: [false] },
  { enum: "x" },
  { enum: [] },
  { const: null },
  { properties: [] },
  { required: true },
  { items: [] },
  { not: {} },
  { discriminator: "kind" },
];

/** How a document is changed at one of its places; `at` and `from` are reduced to the number of places. */
export type Mutation =
  | { readonly kind: "drop"; readonly at: number }
  | { readonly kind: "replace"; readonly at: number; readonly value: Json }
  | { readonly kind: "copy"; readonly at: number; readonly from: number };

export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("drop" as const), at: fc.nat() }),
    fc.record({
      kind: fc.constant("replace" as const),
      at: fc.nat(),
      value: fc.constantFrom(...junk),
    }),
    fc.record({ kind: fc.constant("copy" as const), at: fc.nat(), from: fc.nat() }),
  ),
  { minLength: 1, maxLength: 5 },
);

/** A copy of the document with all mutations applied in order. */
export function mutate(document: unknown, steps: readonly Mutation[]): unknown {
  const copy = structuredClone(document);
  for (const step of steps) apply(copy, step);
  return copy;
}

interface Slot {
  readonly owner: Record<string, unknown> | unknown[];
  readonly key: string;
}

function apply(document: unknown, step: Mutation): void {
  const slots = slotsOf(document);
  const slot = slots[step.at % slots.length];
  if (slot === undefined) return;
  if (step.kind === "drop") drop(slot);
  else if (step.kind === "replace") put(slot, structuredClone(step.value));
  else put(slot, structuredClone(read(slots[step.from % slots.length])));
}

function slotsOf(value: unknown): Slot[] {
  if (typeof value !== "object" || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((key) => [{ owner, key }, ...slotsOf(owner[key])]);
}

function read(slot: Slot | undefined): unknown {
  return slot === undefined ? null : (slot.owner as Record<string, unknown>)[slot.key];
}

function put({ owner, key }: Slot, value: unknown): void {
  (owner as Record<string, unknown>)[key] = value;
}

function drop({ owner, key }: Slot): void {
  if (Array.isArray(owner)) owner.splice(Number(key), 1);
  else Reflect.deleteProperty(owner, key);
}
