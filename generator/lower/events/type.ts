import type { EventType, Schema } from "../../model.ts";

/** One event type, its name taken apart at the last dot. */
export function eventType(
  type: string,
  description: string | undefined,
  schema?: Schema,
): EventType {
  const dot = type.lastIndexOf(".");
  return {
    id: `events:${type}`,
    type,
    object: dot < 0 ? type : type.slice(0, dot),
    action: dot < 0 ? undefined : type.slice(dot + 1),
    description: description?.trim() || undefined,
    schema,
  };
}
