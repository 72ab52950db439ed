import type { Content, ContentKind, Operation, Response } from "../../model.ts";
import { isSuccess } from "../../responses.ts";
import type { Module } from "../module.ts";
import type { ValueNode } from "../print/index.ts";
import { runtimeValue, type RuntimeSymbol } from "../runtime-symbols.ts";
import { member, objectOf, text } from "../value-nodes.ts";
import type { Described } from "./described.ts";

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
): readonly Described[] {
  const bodies = method === "HEAD" ? [] : bodiesOf(responses);
  const first = bodies[0];
  if (first === undefined) return [];
  if (bodies.every(({ kind }) => DECODERS[kind] === DECODERS[first.kind])) {
    const decode = first.kind === "json" ? undefined : member("decode", decoder(first, module));
    return [accept(first), decode];
  }
  const types = new Set(bodies.map(({ mediaType }) => mediaType));
  return [
    member("accept", text([...types].join(", "))),
    member("decode", runtimeValue("decodeByType", module)),
    member("decoders", decoders(first, bodies, module)),
  ];
}

/** What a success can hold, streams left out. */
function bodiesOf(responses: readonly Response[]): readonly Content[] {
  const bodies: Content[] = [];
  for (const response of responses)
    for (const content of isSuccess(response) ? response.contents : [])
      if (DECODERS[content.kind] !== undefined) bodies.push(content);
  return bodies;
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

function accept({ mediaType }: Content): Described {
  const isUsual = mediaType === "application/json" || mediaType === "text/json";
  return isUsual ? undefined : member("accept", text(mediaType));
}

function decoder({ kind }: Content, module: Module): ValueNode {
  return runtimeValue(DECODERS[kind] ?? "readBlob", module);
}
