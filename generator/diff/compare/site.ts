import { componentName } from "../../spec/component-name.ts";
import type { Node } from "../../spec/node.ts";
import { code } from "../names.ts";

/** Where something is, in the words of an SDK's user. */
export interface Site {
  /** A function, a component of the document, or the API. */
  readonly subject: string;
  readonly isComponent?: true;
  /** What the old document calls the subject, where it may call it otherwise. */
  readonly former?: string;
  /** "the body", "answer 200", "parameter `limit`"; "" for a type. */
  readonly base: string;
  /** Below the base: `data[].status`; "" for all of it. */
  readonly path: string;
}

/** The site of a member or an item of what is at a site; `step` is `.name` or `[]`. */
export function below(site: Site, step: string): Site {
  const path = site.path === "" ? step.replace(/^\./, "") : `${site.path}${step}`;
  return { ...site, path };
}

/** `.name`, or in brackets where a name is no plain word. */
export function step(name: string): string {
  return /^[\w$@-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** The site in words: "`data[].status` of answer 200". */
export function partOf({ base, path }: Site): string {
  if (path === "") return base === "" ? "it" : base;
  return base === "" ? code(path) : `${code(path)} of ${base}`;
}

/**
 * The site of a change inside a component schema that both documents have, from its place alone, so that it is called
 * the same however it was reached. Undefined outside of components, and between one component and another.
 */
export function siteInComponent(
  at: { readonly old: Node; readonly new: Node },
  side: "old" | "new",
): Site | undefined {
  const places = { old: placeInComponent(at.old), new: placeInComponent(at.new) };
  const place = places[side];
  return place === undefined || places.old?.name !== places.new?.name
    ? undefined
    : pathOf(siteOfComponent(place.name), place.keys);
}

/** The site of a whole component schema. */
export function siteOfComponent(name: string): Site {
  return { subject: name, isComponent: true, base: "", path: "" };
}

interface PlaceInComponent {
  readonly name: string;
  readonly keys: readonly string[];
}

function placeInComponent(node: Node): PlaceInComponent | undefined {
  const keys: string[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
    const name = componentName(at);
    if (name !== undefined) return { name, keys };
    const listed = requiredName(at);
    keys.unshift(...(listed === undefined ? [at.key] : ["properties", listed]));
  }
  return undefined;
}

/** An element of `required` stands for a property that nothing else describes. */
function requiredName({ parent, key }: Node): string | undefined {
  const names: unknown = parent?.key === "required" ? parent.value : undefined;
  const name: unknown = Array.isArray(names) ? names[Number(key)] : undefined;
  return typeof name === "string" ? name : undefined;
}

function pathOf(root: Site, keys: readonly string[]): Site {
  let site = root;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? "";
    const next = keys[index + 1];
    if ((key === "properties" || key === "patternProperties") && next !== undefined) {
      site = below(site, step(next));
      index++;
    } else if (key === "items") site = below(site, "[]");
    else if (key === "additionalProperties") site = below(site, "[*]");
    else if (key === "prefixItems" && next !== undefined) {
      site = below(site, `[${next}]`);
      index++;
    }
  }
  return site;
}
