import * as yaml from "js-yaml";
import { FAILSAFE_SCHEMA, Type, type LoadOptions, type Schema } from "js-yaml";
import { MAX_DEPTH } from "../depth.ts";

/** Exported by the package, but not known to its published types. */
const { types } = yaml as unknown as {
  readonly types: Record<"null" | "bool" | "int" | "float" | "merge", Type>;
};

/**
 * YAML's core schema (YAML 1.2.2, section 10.3) with merge keys. No timestamps and no binary, so a date stays the
 * text it is; `.inf` and `.nan` stay text too, since JSON has no such numbers.
 */
const schema: Schema = FAILSAFE_SCHEMA.extend({
  implicit: [types.null, types.bool, types.int, finiteFloat(), types.merge],
});

function finiteFloat(): Type {
  const float = types.float;
  return new Type("tag:yaml.org,2002:float", {
    kind: "scalar",
    resolve: (data: unknown) => float.resolve(data) && Number.isFinite(float.construct(data)),
    construct: (data: unknown) => float.construct(data) as number,
  });
}

/** `json` lets the last of equal keys count, instead of stopping. */
export function yamlOptions(equalKeys: "refuse" | "lastCounts"): LoadOptions {
  const options: LoadOptions & { maxDepth: number } = {
    schema,
    json: equalKeys === "lastCounts",
    maxDepth: MAX_DEPTH,
  };
  return options;
}
