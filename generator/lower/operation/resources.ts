import { addTo } from "../../group-by.ts";
import type { Operation, Resource } from "../../model.ts";
import type { Spec } from "../../spec/spec.ts";
import { isVersion } from "../is-version.ts";
import type { OperationNode } from "./operation-node.ts";

/**
 * The group of an operation: its first tag, or the first segment of its path that names something. What stands behind
 * `?` or `#` tells operations with one path apart (AWS), so it names an operation and no group.
 */
export function resourceName({ node, path }: OperationNode): string {
  const tag = node.strings("tags")[0];
  if (tag !== undefined && tag.trim() !== "") return tag;
  const [place = ""] = path.split(/[?#]/, 1);
  const segments = place.split("/").filter((part) => /[a-z]/i.test(part) && !part.includes("{"));
  const named = segments.find((part) => !isVersion(part) && !/^(?:api|rest)$/i.test(part));
  return named ?? segments[0] ?? "root";
}

/** Groups in the order of the document's `tags`, then of their first operation. */
export function resourcesOf(spec: Spec, operations: readonly Operation[]): readonly Resource[] {
  const byName = new Map<string, Operation[]>();
  const descriptions = new Map<string, string | undefined>();
  for (const tag of spec.root.get("tags")?.items() ?? []) {
    const name = tag.string("name");
    if (name === undefined) continue;
    byName.set(name, []);
    descriptions.set(name, tag.string("description"));
  }
  for (const operation of operations) addTo(byName, operation.resource, operation);
  return [...byName]
    .filter(([, members]) => members.length > 0)
    .map(([name, members]) => ({ name, description: descriptions.get(name), operations: members }));
}
