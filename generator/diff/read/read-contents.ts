import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import type { WireContent } from "./wire.ts";

/** The members of `content`, by media type without its parameters, in lower case (RFC 9110, section 8.3.1). */
export function contentsOf(spec: Spec, node: Node): ReadonlyMap<string, WireContent> {
  const contents = new Map<string, WireContent>();
  for (const member of node.get("content")?.members() ?? []) {
    const media = spec.follow(member);
    const mediaType = mediaTypeOf(member.key);
    if (media === undefined || contents.has(mediaType)) continue;
    const schema = media.get("schema") ?? media.get("itemSchema");
    contents.set(mediaType, { mediaType, schema, node: media });
  }
  return contents;
}

/** `application/json` of `Application/JSON; charset=utf-8`. */
export function mediaTypeOf(text: string): string {
  return (text.split(";", 1)[0] ?? "").trim().toLowerCase();
}
