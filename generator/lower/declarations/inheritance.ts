import type {
  Api,
  Declaration,
  Direction,
  ObjectSchema,
  Property,
  ReferenceSchema,
  Schema,
} from "../../model.ts";
import { objectOf } from "../algebra/basics.ts";
import { sameSchema } from "../algebra/same-schema.ts";

/**
 * Turns `allOf: [Base, {...}]` into an object that extends its base, where that says the same: the base is an object
 * too, and no member of one contradicts a member of the other. Everything else stays an intersection.
 */
export function inheritMembers(api: Api): Api {
  const family = new Family(api.declarations);
  return {
    ...api,
    declarations: api.declarations.map((declaration) => ({
      ...declaration,
      schema: family.formOf(declaration, "response") ?? declaration.schema,
      requestSchema:
        declaration.requestSchema &&
        (family.formOf(declaration, "request") ?? declaration.requestSchema),
    })),
  };
}

class Family {
  readonly #declarations: ReadonlyMap<string, Declaration>;
  readonly #forms = new Map<string, ObjectSchema | undefined>();

  constructor(declarations: readonly Declaration[]) {
    this.#declarations = new Map(declarations.map((declaration) => [declaration.id, declaration]));
  }

  /** The declaration as an object, possibly one that extends others; undefined if it is none. */
  formOf(declaration: Declaration, direction: Direction): ObjectSchema | undefined {
    const schema = schemaFor(declaration, direction);
    const key = `${schema === declaration.schema ? "" : direction} ${declaration.id}`;
    if (this.#forms.has(key)) return this.#forms.get(key);
    this.#forms.set(key, undefined);
    const form = this.#objectForm(schema);
    this.#forms.set(key, form);
    return form;
  }

  #objectForm(schema: Schema): ObjectSchema | undefined {
    if (schema.kind === "object") return schema;
    if (schema.kind !== "intersection") return undefined;
    const references = schema.members.filter((member) => member.kind === "reference");
    const bases = references.filter((base) => !this.#isEmpty(base));
    const [own = objectOf([]), ...others] = schema.members.filter(
      (member) => member.kind === "object",
    );
    const objects = schema.members.length > references.length ? 1 : 0;
    if (references.length + objects !== schema.members.length) return undefined;
    if (others.length > 0 || bases.some(({ typeArguments }) => typeArguments.length > 0))
      return undefined;
    const inherited = this.#inherited(bases);
    const properties = inherited && overriding(own.properties, inherited, this.#listedOf);
    return properties && isPlain(own) ? { ...own, properties, extends: bases } : undefined;
  }

  /**
   * A class without members, as generators write it: `additionalProperties: false` and nothing else. By its letter
   * nothing could inherit from it.
   */
  #isEmpty({ target, direction }: ReferenceSchema): boolean {
    const declaration = this.#declarations.get(target);
    const form = declaration && this.formOf(declaration, direction);
    if (form === undefined || !isPlain(form)) return false;
    return form.closed && form.properties.length + form.extends.length === 0;
  }

  /** All members of the bases by name; undefined if the bases are no plain objects or disagree. */
  #inherited(bases: readonly ReferenceSchema[]): ReadonlyMap<string, Property> | undefined {
    const members = new Map<string, Property>();
    for (const base of bases) {
      const own = this.#membersOf(base);
      if (own === undefined) return undefined;
      for (const property of own) {
        const known = members.get(property.name);
        if (known !== undefined && !agree(known, property)) return undefined;
        members.set(property.name, property);
      }
    }
    return members;
  }

  /** The enumeration that a type is, by its name or not; any other type is given back. */
  readonly #listedOf = (schema: Schema): Schema => {
    if (schema.kind !== "reference") return schema;
    const declaration = this.#declarations.get(schema.target);
    const meant = declaration && schemaFor(declaration, schema.direction);
    return meant?.kind === "enum" ? meant : schema;
  };

  #membersOf(reference: ReferenceSchema): readonly Property[] | undefined {
    const declaration = this.#declarations.get(reference.target);
    const form = declaration && this.formOf(declaration, reference.direction);
    if (form === undefined || !isPlain(form)) return undefined;
    const inherited = this.#inherited(form.extends);
    if (inherited === undefined) return undefined;
    const own = new Set(form.properties.map(({ name }) => name));
    return [...[...inherited.values()].filter(({ name }) => !own.has(name)), ...form.properties];
  }
}

function schemaFor({ schema, requestSchema }: Declaration, direction: Direction): Schema {
  return (direction === "request" ? requestSchema : undefined) ?? schema;
}

/** An index signature would bind the members of the others, too. */
function isPlain({ rest, patterns }: ObjectSchema): boolean {
  return rest === undefined && patterns.length === 0;
}

function agree(a: Property, b: Property): boolean {
  return a.required === b.required && sameSchema(a.schema, b.schema);
}

/** The own members without those that the bases have just so; undefined if one is no narrower than its base's. */
function overriding(
  own: readonly Property[],
  inherited: ReadonlyMap<string, Property>,
  listedOf: (schema: Schema) => Schema,
): readonly Property[] | undefined {
  const kept: Property[] = [];
  for (const property of own) {
    const base = inherited.get(property.name);
    const repeats =
      base !== undefined &&
      sameSchema(base.schema, property.schema) &&
      base.required === (property.required || base.required);
    if (repeats) continue;
    const required = property.required || base?.required === true;
    if (base !== undefined && property.schema.kind === "unknown") {
      // `required` alone: the base says what the member is.
      kept.push({ ...base, required });
      continue;
    }
    if (base !== undefined && !isNarrower(property.schema, listedOf(base.schema))) return undefined;
    kept.push({ ...property, required });
  }
  return kept;
}

/** True where it is plain to see that TypeScript will find `a` assignable to `b`. */
function isNarrower(a: Schema, b: Schema): boolean {
  if (b.kind === "unknown" || sameSchema(a, b)) return true;
  if (a.kind === "union" && !a.open) return a.members.every((member) => isNarrower(member, b));
  if (b.kind === "union" && b.discriminator === undefined)
    return b.members.some((member) => isNarrower(a, member));
  if (a.kind === "literal")
    return typeof a.value === b.kind || (b.kind === "enum" && b.values.includes(a.value));
  if (a.kind === "enum" && a.open === "no")
    return a.values.every((value) => typeof value === b.kind);
  return (
    a.kind === "enum" && a.values.every((value) => typeof value === "string") && b.kind === "string"
  );
}
