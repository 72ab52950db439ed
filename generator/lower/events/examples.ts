import { isRecord } from "../../json-value.ts";
import type { Schema } from "../../model.ts";
import type { WrittenEvents } from "../../source.ts";

/** A payload that a page shows, and the type of the event around it. */
export interface PayloadExample {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The payloads in a page's examples, as far as they are objects. */
export function examplesOf(
  { examples }: WrittenEvents,
  { discriminator, payload }: { discriminator: string; payload: string | undefined },
): readonly PayloadExample[] {
  if (payload === undefined) return [];
  return examples.filter(isRecord).flatMap((example) => {
    const type = own(example, discriminator);
    const data = own(example, payload);
    return typeof type === "string" && isRecord(data) ? [{ type, payload: data }] : [];
  });
}

/** One value proves the kind of a scalar; of anything else, and of null, it proves nothing. */
export function schemaOfExample(value: unknown): Schema {
  switch (typeof value) {
    case "string":
      return { kind: "string" };
    case "number":
      return { kind: "number" };
    case "boolean":
      return { kind: "boolean" };
    default:
      return { kind: "json" };
  }
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
