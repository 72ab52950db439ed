import type { Api, Declaration, ReferenceSchema, Schema } from "../../model.ts";
import type { Context } from "../context.ts";
import { UNKNOWN } from "../algebra/basics.ts";
import { unionOf } from "../algebra/union.ts";

/**
 * Cuts definitions that consist of themselves: `A = B | null`, `B = A | string`. Recursion through a property or an
 * array stays, it is how trees are described.
 */
export function breakCycles(api: Api, context: Context): Api {
  const declarations = new Map(
    api.declarations.map((declaration) => [declaration.id, declaration] as const),
  );
  for (let cycle = findCycle(declarations); cycle !== undefined; cycle = findCycle(declarations)) {
    const edge = cycle.find(({ through }) => through === "intersection") ?? cycle.at(-1);
    const declaration = edge && declarations.get(edge.from);
    if (edge === undefined || declaration === undefined) break;
    declarations.set(edge.from, cut(declaration, edge.to, declarations));
    const node = context.registry.get(edge.from)?.node;
    context.diagnostics.report("circular-schema", node, { name: declaration.name });
  }
  return {
    ...api,
    declarations: api.declarations.map(
      (declaration) => declarations.get(declaration.id) ?? declaration,
    ),
  };
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly through: "union" | "intersection";
}

function findCycle(declarations: ReadonlyMap<string, Declaration>): readonly Edge[] | undefined {
  const done = new Set<string>();
  for (const id of declarations.keys()) {
    const cycle = visit(id, declarations, done, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

function visit(
  id: string,
  declarations: ReadonlyMap<string, Declaration>,
  done: Set<string>,
  path: readonly Edge[],
): readonly Edge[] | undefined {
  const start = path.findIndex(({ from }) => from === id);
  if (start >= 0) return path.slice(start);
  if (done.has(id)) return undefined;
  const declaration = declarations.get(id);
  const edges = declaration === undefined ? [] : edgesOf(declaration);
  for (const edge of edges) {
    const cycle = visit(edge.to, declarations, done, [...path, edge]);
    if (cycle !== undefined) return cycle;
  }
  done.add(id);
  return undefined;
}

function edgesOf({ id, schema, requestSchema }: Declaration): readonly Edge[] {
  const schemas = requestSchema === undefined ? [schema] : [schema, requestSchema];
  return schemas
    .flatMap((one) => immediate(one, "union"))
    .map(({ to, through }) => ({ from: id, to, through }));
}

/** References that TypeScript must look into to know what a declaration is. */
function immediate(schema: Schema, through: Edge["through"]): readonly Omit<Edge, "from">[] {
  switch (schema.kind) {
    case "reference":
      return [{ to: schema.target, through }];
    case "union":
      return schema.members.flatMap((member) => immediate(member, through));
    case "intersection":
      return schema.members.flatMap((member) => immediate(member, "intersection"));
    case "object":
      return schema.extends.map(({ target }) => ({ to: target, through: "intersection" }));
    default:
      return [];
  }
}

function cut(
  declaration: Declaration,
  target: string,
  declarations: ReadonlyMap<string, Declaration>,
): Declaration {
  const replace = (schema: Schema): Schema =>
    withoutReference(schema, target, declaration.id, declarations);
  return {
    ...declaration,
    schema: replace(declaration.schema),
    requestSchema: declaration.requestSchema && replace(declaration.requestSchema),
  };
}

function withoutReference(
  schema: Schema,
  target: string,
  self: string,
  declarations: ReadonlyMap<string, Declaration>,
): Schema {
  const isTarget = (member: Schema): member is ReferenceSchema =>
    member.kind === "reference" && member.target === target;
  const inner = (member: Schema): Schema => withoutReference(member, target, self, declarations);
  switch (schema.kind) {
    case "reference":
      return isTarget(schema) ? UNKNOWN : schema;
    case "object":
      return { ...schema, extends: schema.extends.filter((base) => !isTarget(base)) };
    case "union": {
      // A schema that is one of its own alternatives gains nothing by it.
      const members =
        target === self ? schema.members.filter((member) => !isTarget(member)) : schema.members;
      return unionOf(members.map(inner), {
        discriminator: schema.discriminator,
        open: schema.open,
      });
    }
    case "intersection": {
      const members = schema.members.flatMap((member) =>
        isTarget(member) ? ownObjects(target, declarations) : [inner(member)],
      );
      const [only] = members;
      return members.length === 1 && only !== undefined ? only : { kind: "intersection", members };
    }
    default:
      return schema;
  }
}

/** What a base says itself, without the alternatives that lead back to its heir. */
function ownObjects(
  target: string,
  declarations: ReadonlyMap<string, Declaration>,
): readonly Schema[] {
  const schema = declarations.get(target)?.schema;
  return schema?.kind === "intersection"
    ? schema.members.filter((member) => member.kind === "object")
    : [];
}
