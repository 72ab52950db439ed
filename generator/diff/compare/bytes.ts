import type { Spec } from "../../spec/spec.ts";
import { saysNothing } from "../read/says-nothing.ts";
import { type SchemaView, viewOf } from "../read/schema-view.ts";
import type { WireContent } from "../read/wire.ts";
import type { Comparison } from "./comparison.ts";

/** What OpenAPI 3.1 leaves open is `format: binary` in 3.0: the bytes of the media type (OpenAPI 3.1, 4.8.14.2). */
export function areSameBytes(
  { old, new: newer }: Comparison,
  was: WireContent,
  is: WireContent,
): boolean {
  if (/[/+]json$/.test(is.mediaType)) return false;
  const kinds = new Set([kindOf(old.spec, was), kindOf(newer.spec, is)]);
  return kinds.has("bytes") && !kinds.has("other");
}

function kindOf(spec: Spec, { schema }: WireContent): "bytes" | "open" | "other" {
  const view = schema && viewOf(spec, [schema]);
  if (view === undefined || saysNothing(view)) return "open";
  return isBytes(view) ? "bytes" : "other";
}

function isBytes({ encoding, parts }: SchemaView): boolean {
  if (encoding?.value === "binary" || encoding?.key === "contentMediaType") return true;
  return parts.some((part) => part.string("type") === "file");
}
