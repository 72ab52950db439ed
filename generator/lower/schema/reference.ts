import type { Schema } from "../../model.ts";
import type { Node } from "../../spec/node.ts";
import { refOf } from "../../spec/spec.ts";
import { UNKNOWN } from "../algebra/basics.ts";
import type { Context, Use } from "../context.ts";
import { isStrange } from "../follow-to.ts";
import { componentName } from "../../spec/component-name.ts";
import { placeName } from "./place-name.ts";
import { isBinary } from "./scalars.ts";
import { lowerSchema } from "./schema.ts";
import { sharedPart } from "./shared-part.ts";
import { typeWords } from "../../spec/type-keywords.ts";

/** What a `$ref` stands for: a declaration by name, or its very content where a name would say less. */
export function lowerReference(context: Context, node: Node, ref: string, use: Use): Schema {
  const target = context.spec.resolve(node, ref);
  if (target === undefined) return UNKNOWN;
  // Only where it leads on can it lead nowhere.
  if (target.has("$ref") && context.spec.follow(node) === undefined) return UNKNOWN;
  if (isStrange(context, node, target, "schemas")) return UNKNOWN;
  return referTo(context, target, use);
}

/** A reference to the schema at `target`, which gets a name if it deserves one. */
export function referTo(context: Context, target: Node, use: Use): Schema {
  if (isInline(context, target, use)) return lowerSchema(context, target, use);
  if (use.sealed === true && !context.inPlace.has(target.value))
    return lowerInPlace(context, target, use);
  const entry =
    context.registry.find(target) ??
    context.registry.declare(
      target,
      componentName(target) ?? sharedPart(target) ?? placeName(target),
    );
  context.registry.noteReference(entry.id);
  return { kind: "reference", target: entry.id, direction: use.direction, typeArguments: [] };
}

/** The name of a schema would stand for it with all members that anybody adds. */
function lowerInPlace(context: Context, target: Node, use: Use): Schema {
  context.inPlace.add(target.value);
  const schema = lowerSchema(context, target, use);
  context.inPlace.delete(target.value);
  return schema;
}

function isInline(context: Context, target: Node, use: Use): boolean {
  if (use.as !== "json") {
    const meant = context.spec.follow(target) ?? target;
    if (holdsBytes(context, meant, use.as)) return true;
    if (use.as === "parameter" && meant.string("format") === "date-time") return true;
  }
  return componentName(target) === undefined && isPlainScalar(target);
}

/** A scalar of a shared file: `string` reads better than a name for it. */
function isPlainScalar(node: Node): boolean {
  if (typeof node.value === "boolean") return true;
  const [word, ...others] = typeWords(node);
  const isScalar = word !== undefined && ["string", "integer", "number", "boolean"].includes(word);
  return (
    isScalar &&
    others.length === 0 &&
    !["enum", "const", "$ref", "allOf", "oneOf", "anyOf"].some((key) => node.has(key))
  );
}

/** True for bytes as a part of a form, and for a form with such parts: they mean another type than in JSON. */
function holdsBytes(context: Context, node: Node, as: Use["as"], depth = 0): boolean {
  if (as !== "form" && as !== "part") return false;
  const meant = refOf(node) === undefined ? node : context.spec.follow(node);
  if (meant === undefined || depth > 4) return false;
  if (as === "part" && isBinary(meant)) return true;
  const holds = (child: Node, inner: Use["as"]): boolean =>
    holdsBytes(context, child, inner, depth + 1);
  const composed = ["allOf", "anyOf", "oneOf"].flatMap(
    (keyword) => meant.get(keyword)?.items() ?? [],
  );
  const items = meant.get("items");
  return (
    composed.some((child) => holds(child, as)) ||
    (as === "part" && items !== undefined && holds(items, as)) ||
    (as === "form" && (meant.get("properties")?.members() ?? []).some((one) => holds(one, "part")))
  );
}
