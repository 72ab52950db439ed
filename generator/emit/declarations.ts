import type { Declaration, Direction, Schema } from "../model.ts";
import { commentOf } from "./comments.ts";
import type { Emitter } from "./emitter.ts";
import { Module } from "./module.ts";
import type { ReferenceType, Statement } from "./print/index.ts";
import { membersOf, typeOf, type Scope } from "./types.ts";

/** Every named schema as an exported type, one module a resource. */
export const emitDeclarations: Emitter = (api, layout, options) => {
  const modules = new Map<string, Module>();
  for (const declaration of api.declarations) {
    const path = layout.moduleOf(declaration.id);
    const module = modules.get(path) ?? new Module(path);
    modules.set(path, module);
    const direction =
      declaration.usedIn.request && !declaration.usedIn.response ? "request" : "response";
    module.add(declare(declaration, declaration.schema, { module, layout, direction }));
    if (declaration.requestSchema === undefined) continue;
    module.add(
      declare(
        declaration,
        declaration.requestSchema,
        { module, layout, direction: "request" },
        "request",
      ),
    );
  }
  return [...modules.values()].map((module) => module.print(options));
};

function declare(
  declaration: Declaration,
  schema: Schema,
  scope: Scope,
  variant: Direction = "response",
): Statement {
  const name = scope.layout.typeName(declaration.id, variant);
  return declareType(name, schema, scope, declaration);
}

const UNDOCUMENTED = { docs: {}, typeParameters: [] };

/** An interface for an object, an alias for everything else. */
export function declareType(
  name: string,
  schema: Schema,
  scope: Scope,
  about: Pick<Declaration, "docs" | "typeParameters"> = UNDOCUMENTED,
): Statement {
  const comment = commentOf(about.docs, name);
  const common = {
    name,
    exported: true,
    typeParameters: about.typeParameters.map((parameter) => ({ name: parameter })),
    ...(comment === undefined ? {} : { docs: comment }),
  };
  if (schema.kind !== "object")
    return { kind: "typeAlias", type: typeOf(schema, scope), ...common };
  const members = membersOf(schema, scope);
  if (members.length === 0) return { kind: "typeAlias", type: typeOf(schema, scope), ...common };
  const bases = schema.extends.map((base) => typeOf(base, scope) as ReferenceType);
  return { kind: "interface", extends: bases, members, ...common };
}
