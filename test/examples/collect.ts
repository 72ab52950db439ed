import { atFragment, member, record } from "../harness/raw-document.ts";

/** A value that the document gives for a named schema. */
export interface Example {
  /** JSON pointer of the value. */
  readonly pointer: string;
  /** The component that describes it, and the property of it, if it is given for that property. */
  readonly component: string;
  readonly property: string | undefined;
  /** True: the value is a list of such things. */
  readonly list: boolean;
  readonly value: unknown;
}

/**
 * `example`, `examples` and `default` of component schemas and of their direct properties, and the examples of media
 * types and parameters whose schema is a reference to a component (or a list of such).
 */
export function collectExamples(document: unknown): Example[] {
  const schemas = record(
    member(member(document, "components"), "schemas") ?? member(document, "definitions"),
  );
  const base =
    member(document, "definitions") === undefined ? "/components/schemas" : "/definitions";
  const own = Object.entries(schemas).flatMap(([component, schema]) =>
    ofComponent(component, schema, `${base}/${encode(component)}`),
  );
  return [...own, ...ofReferences(document, document, "")];
}

function ofComponent(component: string, schema: unknown, pointer: string): Example[] {
  const properties = Object.entries(record(member(schema, "properties")));
  const values = (holder: unknown, property: string | undefined, at: string): Example[] =>
    valuesOf(holder, at).map((each) => ({ ...each, component, property, list: false }));
  return [
    ...values(schema, undefined, pointer),
    ...properties.flatMap(([name, property]) =>
      values(property, name, `${pointer}/properties/${encode(name)}`),
    ),
  ];
}

function valuesOf(holder: unknown, pointer: string): { pointer: string; value: unknown }[] {
  const single = ["example", "default"].filter((key) => Object.hasOwn(record(holder), key));
  const examples = member(holder, "examples");
  return [
    ...single.map((key) => ({ pointer: `${pointer}/${key}`, value: member(holder, key) })),
    ...(Array.isArray(examples) ? examples : []).map((value: unknown, index) => ({
      pointer: `${pointer}/examples/${index}`,
      value,
    })),
  ];
}

/** Walks the whole document for objects with `schema` beside `example` or `examples` (media types, parameters). */
function ofReferences(document: unknown, value: unknown, pointer: string): Example[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.entries(value)
    .filter(([key]) => key !== "example" && key !== "examples")
    .flatMap(([key, child]) => ofReferences(document, child, `${pointer}/${encode(key)}`));
  const target = targetOf(member(value, "schema"));
  if (target === undefined) return below;
  const examples = mediaTypeExamples(document, value, pointer);
  return [...examples.map((example) => ({ ...example, ...target, property: undefined })), ...below];
}

function mediaTypeExamples(
  document: unknown,
  holder: object,
  pointer: string,
): { pointer: string; value: unknown }[] {
  const examples = member(holder, "examples");
  const named = Array.isArray(examples) ? [] : Object.entries(record(examples));
  return [
    ...("example" in holder ? [{ pointer: `${pointer}/example`, value: holder.example }] : []),
    ...named.flatMap(([name, example]) => {
      const ref = member(example, "$ref");
      const found =
        typeof ref === "string" && ref.startsWith("#")
          ? atFragment(document, ref.slice(1))
          : example;
      return Object.hasOwn(record(found), "value")
        ? [{ pointer: `${pointer}/examples/${encode(name)}`, value: member(found, "value") }]
        : [];
    }),
  ];
}

function targetOf(schema: unknown): { component: string; list: boolean } | undefined {
  const direct = componentOf(member(schema, "$ref"));
  if (direct !== undefined) return { component: direct, list: false };
  const item =
    member(schema, "type") === "array"
      ? componentOf(member(member(schema, "items"), "$ref"))
      : undefined;
  return item === undefined ? undefined : { component: item, list: true };
}

function componentOf(ref: unknown): string | undefined {
  const [, name] =
    /^#\/(?:components\/schemas|definitions)\/([^/]+)$/.exec(typeof ref === "string" ? ref : "") ??
    [];
  return name === undefined
    ? undefined
    : decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~");
}

function encode(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
