import type { Node } from "../../spec/node.ts";
import type { Wire } from "../read/wire.ts";

/** New names of schemes by their old ones, where they differ. The wire knows a scheme by what it says only. */
export type SchemeNames = ReadonlyMap<string, string>;

/** Schemes that are gone and new, and of which one alone says the same on both sides. */
export function renamedSchemes(old: Wire, newer: Wire): SchemeNames {
  const gone = [...old.schemes].filter(([name]) => !newer.schemes.has(name));
  const fresh = [...newer.schemes].filter(([name]) => !old.schemes.has(name));
  const like = (node: Node, list: typeof gone): typeof gone =>
    list.filter(([, other]) => essence(other) === essence(node));
  return new Map(
    gone.flatMap(([name, node]) => {
      const [match, ...others] = like(node, fresh);
      const isOnly = match !== undefined && others.length === 0 && like(node, gone).length === 1;
      return isOnly ? [[name, match[0]] as const] : [];
    }),
  );
}

/** Equal where the wire sees no difference. RFC 9110, section 5.1: names of headers know no case. */
export function essence(node: Node): string {
  const words = describeScheme(node);
  return node.string("in") === "header" ? words.toLowerCase() : words;
}

/** What of a scheme reaches the wire. Flows and their URLs concern who fetches the token. */
export function describeScheme(node: Node): string {
  const [type, scheme, place, name] = ["type", "scheme", "in", "name"].map((word) =>
    node.string(word),
  );
  // Swagger 2.0's word for it.
  if (type === "basic") return "http basic";
  return [type, scheme?.toLowerCase(), place, name].filter(Boolean).join(" ");
}
