import type { Content, ContentKind, Operation } from "../../model.ts";
import type { Module } from "../module.ts";
import type { ObjectMember, ValueNode } from "../print/index.ts";
import type { RuntimeSymbol } from "../runtime-symbols.ts";
import { member, objectOf, runtimeValue, text } from "./data.ts";

const DECODERS: Partial<Readonly<Record<ContentKind, RuntimeSymbol>>> = {
  json: "readJson",
  text: "readText",
  xml: "readText",
  binary: "readBlob",
  urlencoded: "readText",
  multipart: "readBlob",
};

/** What to ask for and how to read it; nothing where both are JSON. */
export function describeAnswer(
  { method, responses }: Operation,
  module: Module,
): readonly ObjectMember[] {
  const contents =
    method === "HEAD" ? [] : responses.filter(isSuccess).flatMap((response) => response.contents);
  const bodies = contents.filter(({ kind }) => DECODERS[kind] !== undefined);
  const kinds = new Set(bodies.map(({ kind }) => DECODERS[kind]));
  const [first] = bodies;
  if (first === undefined || (kinds.size === 1 && first.kind === "json")) return accept(first);
  if (kinds.size === 1) return [...accept(first), member("decode", decoder(first, module))];
  const types = new Set(bodies.map(({ mediaType }) => mediaType));
  return [
    member("accept", text([...types].join(", "))),
    member("decode", runtimeValue("decodeByType", module)),
    member("decoders", decoders(first, bodies, module)),
  ];
}

/** By media type without parameters. What is read as the first one is needs no word: it is for all others. */
function decoders(first: Content, bodies: readonly Content[], module: Module): ValueNode {
  const byType = new Map([[essence(first.mediaType), first]]);
  for (const content of bodies) {
    const types = [content.mediaType, ...content.others].map(essence);
    for (const type of DECODERS[content.kind] === DECODERS[first.kind] ? [] : types)
      if (!byType.has(type)) byType.set(type, content);
  }
  return objectOf([...byType].map(([type, content]) => member(type, decoder(content, module))));
}

function essence(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim();
}

function isSuccess({ status, range }: Operation["responses"][number]): boolean {
  return status === "default" ? false : range ? status === 2 : status >= 200 && status < 300;
}

function accept(content: Content | undefined): readonly ObjectMember[] {
  if (
    content === undefined ||
    content.mediaType === "application/json" ||
    content.mediaType === "text/json"
  )
    return [];
  return [member("accept", text(content.mediaType))];
}

function decoder({ kind }: Content, module: Module): ValueNode {
  return runtimeValue(DECODERS[kind] ?? "readBlob", module);
}
