import { groupBy } from "../../group-by.ts";
import type { Api, Declaration, DeclarationId, Schema } from "../../model.ts";
import { referencesIn } from "../../references.ts";
import { sameSchema } from "../algebra/same-schema.ts";
import { mapSchema } from "../algebra/traverse.ts";
import type { Context } from "../context.ts";

export const GENERICS_RULE =
  "a family `XOfItem` is one generic `X<Item>`, its full names are aliases";
export const DUPLICATES_RULE =
  "a second schema equal to the first but for a digit is an alias of it";

/** One member of a family, taken apart: `PageOfUser` = `Page` of `#/components/schemas/User`. */
interface Instance {
  readonly declaration: Declaration;
  readonly generic: string;
  readonly item: DeclarationId;
  readonly shape: Schema;
}

/**
 * ASP.NET Core writes `PaginatedResponse<ListEventData>` as a schema `PaginatedResponseOfListEventData`. The generic is
 * recovered where every member of a family has one shape, and the name says what is inside.
 * Applies only where the document shows the dialect: elsewhere "Of" is just a word.
 */
export function recoverGenerics(context: Context, api: Api): Api {
  if (context.rewrites.entries().length === 0) return api;
  const declarations = aliasDuplicates(context, api.declarations);
  const families = familiesOf(declarations);
  const names = new Set(declarations.map(({ name }) => name));
  let result = declarations;
  for (const [generic, instances] of families) {
    const [first] = instances;
    if (first === undefined || names.has(generic)) continue;
    if (!instances.every(({ shape }) => sameSchema(shape, first.shape))) continue;
    result = introduce(result, generic, instances, first);
    for (const { declaration } of instances) noteRewrite(context, GENERICS_RULE, declaration.id);
  }
  return { ...api, declarations: result };
}

function familiesOf(
  declarations: readonly Declaration[],
): ReadonlyMap<string, readonly Instance[]> {
  const byName = new Map(
    declarations.map((declaration) => [declaration.name, declaration] as const),
  );
  const instances = declarations.flatMap((declaration) => instanceOf(declaration, byName) ?? []);
  return groupBy(instances, ({ generic }) => generic);
}

/** Tries every "Of" in the name, the first that splits it into a word and a schema that is used inside wins. */
function instanceOf(
  declaration: Declaration,
  byName: ReadonlyMap<string, Declaration>,
): Instance | undefined {
  if (declaration.requestSchema !== undefined || declaration.schema.kind !== "object")
    return undefined;
  const used = new Set(referencesIn(declaration.schema).map(({ target }) => target));
  for (const match of declaration.name.matchAll(/Of(?=[A-Z])/g)) {
    const item = byName.get(declaration.name.slice(match.index + 2));
    if (item === undefined || !used.has(item.id) || match.index === 0) continue;
    const shape = mapSchema(declaration.schema, (schema) =>
      schema.kind === "reference" && schema.target === item.id
        ? { kind: "typeParameter", name: "T" }
        : schema,
    );
    return { declaration, generic: declaration.name.slice(0, match.index), item: item.id, shape };
  }
  return undefined;
}

/** Puts the generic before the first member of its family, and makes each member an alias. */
function introduce(
  declarations: readonly Declaration[],
  generic: string,
  instances: readonly Instance[],
  first: Instance,
): readonly Declaration[] {
  const id = `${first.declaration.id}<T>`;
  const aliases = new Map(
    instances.map((instance) => [instance.declaration.id, instance] as const),
  );
  const declared: Declaration = {
    ...first.declaration,
    id,
    name: generic,
    docs: instances.length === 1 ? first.declaration.docs : {},
    schema: first.shape,
    typeParameters: ["T"],
    usedIn: {
      request: instances.some(({ declaration }) => declaration.usedIn.request),
      response: instances.some(({ declaration }) => declaration.usedIn.response),
    },
    resources: [...new Set(instances.flatMap(({ declaration }) => declaration.resources))],
  };
  return declarations.flatMap((declaration) => {
    const instance = aliases.get(declaration.id);
    if (instance === undefined) return [declaration];
    const alias: Declaration = { ...declaration, schema: apply(id, instance.item, declaration) };
    return declaration === first.declaration ? [declared, alias] : [alias];
  });
}

function apply(generic: DeclarationId, item: DeclarationId, { usedIn }: Declaration): Schema {
  const direction = usedIn.request && !usedIn.response ? "request" : "response";
  return {
    kind: "reference",
    target: generic,
    direction,
    typeArguments: [{ kind: "reference", target: item, direction, typeArguments: [] }],
  };
}

/** `Foo2` beside an equal `Foo`: one type met on two ways. */
function aliasDuplicates(
  context: Context,
  declarations: readonly Declaration[],
): readonly Declaration[] {
  const byName = new Map(
    declarations.map((declaration) => [declaration.name, declaration] as const),
  );
  return declarations.map((declaration) => {
    const base = byName.get(/^(.*[A-Za-z])[2-9]$/.exec(declaration.name)?.[1] ?? "");
    if (base === undefined || declaration.schema.kind !== "object") return declaration;
    if (
      !sameSchema(base.schema, declaration.schema) ||
      !sameSchema(base.requestSchema, declaration.requestSchema)
    )
      return declaration;
    noteRewrite(context, DUPLICATES_RULE, declaration.id);
    const refer = (direction: "request" | "response"): Schema => ({
      kind: "reference",
      target: base.id,
      direction,
      typeArguments: [],
    });
    return {
      ...declaration,
      schema: refer(
        declaration.usedIn.request && !declaration.usedIn.response ? "request" : "response",
      ),
      requestSchema: declaration.requestSchema && refer("request"),
    };
  });
}

function noteRewrite(context: Context, rule: string, id: DeclarationId): void {
  const entry = context.registry.get(id);
  if (entry !== undefined) context.rewrites.add(rule, entry.node);
}
