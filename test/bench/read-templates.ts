import { readdirSync, readFileSync } from "node:fs";

/** The files of `templates/`, by their path there. */
export function readTemplates(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => /\.(?:ts|json)$/.test(name))
      .toSorted()
      .map((name) => [name.replaceAll("\\", "/"), readFileSync(`${folder}/${name}`, "utf8")]),
  );
}
