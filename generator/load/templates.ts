import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The files of `templates/` by their path there, in the order of their names. This is what runs from source; the
 * build puts a module in its place that holds the texts, so that nothing is read at run time.
 */
export function loadTemplates(): ReadonlyMap<string, string> {
  const folder = fileURLToPath(new URL("../../templates/", import.meta.url));
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ts|json)$/.test(name))
    .map((name) => name.replaceAll("\\", "/"));
  return new Map(names.toSorted().map((name) => [name, readFileSync(`${folder}${name}`, "utf8")]));
}
