import { isRecord } from "../../json-value.ts";
import type { Property, Schema } from "../../model.ts";
import { Node } from "../../spec/node.ts";
import { refOf } from "../../spec/spec.ts";
import type { Context, Use } from "../context.ts";
import { docsOf, lowerDocs } from "../docs.ts";
import { lowerPlainScalar } from "./plain-scalar.ts";
import { lowerSchema } from "./schema.ts";

/**
 * `properties` and `required`, in the order of the document. A name that is only required holds what `schemaOf` says.
 * `default` never makes a property required.
 */
export function lowerProperties(
  context: Context,
  node: Node,
  schemaOf: (name: string) => Schema,
  use: Use,
): readonly Property[] {
  const names = requiredNames(node);
  const properties: Property[] = [];
  const section = node.get("properties");
  const members = section?.record ?? {};
  let met = 0;
  // oxlint-disable-next-line guard-for-in -- nothing that a document's objects inherit is enumerable
  for (const name in members) {
    const value = members[name];
    const required = names.has(name);
    if (required) met++;
    const property =
      plainProperty(name, value, required, use) ??
      lowerProperty(context, new Node(node.source, value, section, name), required, use);
    if (property !== undefined) properties.push(property);
  }
  if (met < names.size)
    for (const name of names)
      if (!Object.hasOwn(members, name))
        properties.push({ name, schema: schemaOf(name), required: true, docs: {} });
  return properties;
}

const NO_NAMES: ReadonlySet<string> = new Set();

function requiredNames(node: Node): ReadonlySet<string> {
  const names = node.strings("required");
  return names.length === 0 ? NO_NAMES : new Set(names);
}

/** Most properties are scalars: those are read without a node. */
function plainProperty(
  name: string,
  value: unknown,
  required: boolean,
  use: Use,
): Property | undefined {
  if (!isRecord(value)) return undefined;
  const schema = lowerPlainScalar(value, use);
  return schema && { name, schema, required, docs: docsOf(value) };
}

function lowerProperty(
  context: Context,
  node: Node,
  required: boolean,
  use: Use,
): Property | undefined {
  const schema = lowerSchema(context, node, use);
  const property = { name: node.key, schema, required, docs: lowerDocs(node) };
  // The marks stand at the property or, since OpenAPI 3.0 allows nothing beside `$ref`, at what it refers to.
  const { record } = node;
  const target = refOf(node) === undefined ? undefined : context.spec.follow(node)?.record;
  const readOnly = record["readOnly"] === true || target?.["readOnly"] === true;
  const writeOnly = record["writeOnly"] === true || target?.["writeOnly"] === true;
  if (readOnly === writeOnly) return property;
  context.registry.noteDifference();
  const isLeftOut = readOnly ? use.direction === "request" : use.direction === "response";
  return isLeftOut ? undefined : property;
}
