import type { ts as tsNamespace } from "ts-morph";
import type { TypeWorld } from "../../../diff/surface/type-world.ts";
import { isOfLibrary } from "./consumer-options.ts";

/** Things of the platform that a body or a parameter may be. */
const PLATFORM: ReadonlyMap<string, string> = new Map([
  ["Date", "new Date(0)"],
  ["Blob", "new Blob([])"],
  ["File", 'new File([], "x")'],
  ["FormData", "new FormData()"],
  ["URLSearchParams", "new URLSearchParams()"],
  ["ReadableStream", "new ReadableStream()"],
  ["ArrayBuffer", "new ArrayBuffer(0)"],
  ["Uint8Array", "new Uint8Array()"],
]);

/** Deeper than this is a type that contains itself and has no smallest value. */
const MAX_DEPTH = 12;

/**
 * The text of the smallest value of a type: what is optional is left out, lists are empty, of a union the first member
 * counts that has a value. Undefined for a type without one, such as a value that only a server can make.
 */
export function sampleValue(
  world: TypeWorld,
  type: tsNamespace.Type,
  depth = 0,
): string | undefined {
  const { ts } = world;
  const { flags } = type;
  if (depth > MAX_DEPTH || flags & (ts.TypeFlags.Never | ts.TypeFlags.EnumLike)) return undefined;
  if (type.isStringLiteral() || type.isNumberLiteral()) return JSON.stringify(type.value);
  if (flags & ts.TypeFlags.BooleanLiteral) return world.checker.typeToString(type);
  if (flags & ts.TypeFlags.BooleanLike) return "true";
  if (flags & ts.TypeFlags.TemplateLiteral) return '"1"';
  if (flags & ts.TypeFlags.StringLike) return '"x"';
  if (flags & ts.TypeFlags.NumberLike) return "1";
  if (flags & ts.TypeFlags.Null) return "null";
  if (flags & ts.TypeFlags.Undefined) return "undefined";
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return "{}";
  if (type.isUnion()) return firstSample(world, type.types, depth);
  return sampleObject(world, type, depth);
}

function firstSample(
  world: TypeWorld,
  types: readonly tsNamespace.Type[],
  depth: number,
): string | undefined {
  for (const type of types) {
    const sample = sampleValue(world, type, depth + 1);
    if (sample !== undefined) return sample;
  }
  return undefined;
}

function sampleObject(world: TypeWorld, type: tsNamespace.Type, depth: number): string | undefined {
  const { checker, ts } = world;
  const platform = PLATFORM.get(type.symbol?.name ?? "");
  if (platform !== undefined && isOfPlatform(type)) return platform;
  if (checker.isTupleType(type)) return sampleTuple(world, type, depth);
  if (checker.isArrayType(type)) return "[]";
  // `string & {}`: any string, of which an editor knows some.
  if (type.isIntersection() && type.types.some((one) => one.flags & ts.TypeFlags.String))
    return '"x"';
  const members: string[] = [];
  for (const member of checker.getPropertiesOfType(type)) {
    if (member.flags & ts.SymbolFlags.Optional) continue;
    const value = sampleValue(world, checker.getTypeOfSymbol(member), depth + 1);
    if (value === undefined) return undefined;
    // In brackets, because `"__proto__": x` would be no member.
    members.push(`[${JSON.stringify(member.name)}]: ${value}`);
  }
  return `{ ${members.join(", ")} }`;
}

function isOfPlatform({ symbol }: tsNamespace.Type): boolean {
  return symbol.declarations?.every((one) => isOfLibrary(one)) === true;
}

function sampleTuple(world: TypeWorld, type: tsNamespace.Type, depth: number): string | undefined {
  const { target } = type as tsNamespace.TupleTypeReference;
  const items = world.checker
    .getTypeArguments(type as tsNamespace.TypeReference)
    .slice(0, target.minLength)
    .map((one) => sampleValue(world, one, depth + 1));
  return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
}
