import type { Node } from "../../spec/node.ts";
import type { Context } from "../context.ts";
import { textsOfPattern } from "./key-patterns.ts";

/** The only keys that an object may have, as far as a type can say it. */
export type NamesAllowed =
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "texts"; readonly texts: readonly string[] };

const NONE: NamesAllowed = { kind: "names", names: [] };

/** What `propertyNames` allows (JSON Schema 2020-12 core, section 10.3.2.4); nothing where `maxProperties` is 0. */
export function namesAllowed(context: Context, node: Node): NamesAllowed | undefined {
  if (node.number("maxProperties") === 0) return NONE;
  const names = node.get("propertyNames");
  const meant = names === undefined ? undefined : context.spec.follow(names);
  if (names === undefined || meant === undefined || meant.value === true) return undefined;
  if (meant.value === false) return NONE;
  const constant = meant.string("const");
  if (constant !== undefined) return { kind: "names", names: [constant] };
  if (meant.has("enum")) return { kind: "names", names: meant.strings("enum") };
  const restricting = Object.keys(meant.record).filter((key) => !SAYS_NOTHING.has(key));
  const texts = textsOfPattern(meant.string("pattern") ?? "^");
  if (texts === undefined || restricting.some((key) => key !== "pattern")) {
    context.diagnostics.report("not-expressible", names, { keyword: "propertyNames" });
    return undefined;
  }
  return texts.some((text) => text !== "") ? { kind: "texts", texts } : undefined;
}

/** Every key is a string, and words about it restrict nothing. */
const SAYS_NOTHING = new Set(["type", "description", "title", "$comment"]);
