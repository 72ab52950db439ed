import {
  type EventFormat,
  isRecord,
  type JsonRecord,
  type MemberKind,
  own,
} from "./format.js";

/**
 * What is missing for `value` to be an event, as a sentence; undefined if it is
 * one. A type that the SDK does not know is no reason.
 */
export function flawOf(
  format: EventFormat<unknown>,
  value: unknown,
): string | undefined {
  if (!isRecord(value)) return `It is ${nameOf(value)}, not an object.`;
  for (const [name, kind] of format.members) {
    const flaw = flawOfMember(name, own(value, name), kind);
    if (flaw !== undefined) return flaw;
  }
  return flawOfPayload(format, value);
}

function flawOfMember(
  name: string,
  value: unknown,
  kind: MemberKind,
): string | undefined {
  if (value === undefined) return `Its \`${name}\` is missing.`;
  if (kind === "any" || nameOf(value) === names[kind]) return undefined;
  return `Its \`${name}\` is ${nameOf(value)}, not ${names[kind]}.`;
}

/** A handler may rely on `event.data.id` without asking whether `data` is null. */
function flawOfPayload(
  format: EventFormat<unknown>,
  event: JsonRecord,
): string | undefined {
  if (format.payload === undefined) return undefined;
  const known = format.objects?.includes(own(event, format.type) as string);
  if (known !== true) return undefined;
  return flawOfMember(format.payload, own(event, format.payload), "object");
}

const names = {
  string: "a string",
  number: "a number",
  boolean: "a boolean",
  object: "an object",
} as const;

function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return value === undefined
    ? "nothing"
    : (names[typeof value as keyof typeof names] ?? `a ${typeof value}`);
}
