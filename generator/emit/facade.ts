import type { ResourceNames } from "../layout/facade-names.ts";
import type { Layout } from "../layout/layout.ts";
import type { Api, Operation, Resource } from "../model.ts";
import { callOptions } from "./call-options.ts";
import { operationComment } from "./comments.ts";
import type { EmitOptions, Emitter } from "./emitter.ts";
import { Module } from "./module.ts";
import { needsParams, NO_PARAMS } from "./operation/params.ts";
import type { BodyStatement, ClassMember, Parameter, Statement } from "./print/index.ts";
import { reference } from "./type-nodes.ts";
import { access, call, identifier } from "./value-nodes.ts";

/**
 * `facade.ts`, an entry of its own: the same functions as methods of an object, `deck.events.list()`. A class holds
 * all that it has, so bundlers can drop nothing of it; who counts bytes takes the functions.
 */
export const emitFacade: Emitter = (api, layout, options) => {
  if (!options.facade || api.operations.length === 0) return [];
  const module = new Module("facade");
  module.add(facadeClass(api, layout, module));
  for (const resource of api.resources)
    module.add(resourceClass(resource, layout, module, options));
  return [module.print(options)];
};

function facadeClass(api: Api, layout: Layout, module: Module): Statement {
  const { facade } = layout;
  const resources = api.resources.map(({ name }) => facade.resource(name));
  return {
    kind: "class",
    name: facade.name,
    exported: true,
    docs: {
      text: `The ${api.title} as an object: each resource is a member, each operation a method.`,
    },
    members: [
      fieldOf("client", module.type("Client", "client")),
      ...resources.map(({ property, className }) => fieldOf(property, className)),
      constructorOf(resources, module),
    ],
  };
}

function fieldOf(name: string, type: string): ClassMember {
  return { kind: "field", name, type: reference(type), readonly: true };
}

/** Makes the client and, with it, the resources. */
function constructorOf(resources: readonly ResourceNames[], module: Module): ClassMember {
  const client = identifier("client");
  const options: Parameter = {
    name: "options",
    type: reference(module.type("ClientOptions", "client")),
    default: { kind: "object", members: [] },
  };
  const made = call(module.value("createClient", "client"), [identifier(options.name)]);
  return {
    kind: "constructor",
    parameters: [options],
    body: [
      { kind: "const", name: client.name, value: made },
      { kind: "assign", target: access("this", "client"), value: client },
      ...resources.map(({ property, className }): BodyStatement => {
        const resource = { ...call(className, [client]), new: true };
        return { kind: "assign", target: access("this", property), value: resource };
      }),
    ],
  };
}

function resourceClass(
  { name, operations }: Resource,
  layout: Layout,
  module: Module,
  options: EmitOptions,
): Statement {
  const names = layout.facade.resource(name);
  return {
    kind: "class",
    name: names.className,
    exported: true,
    extends: reference(module.value("WithClient", "runtime/with-client")),
    members: operations.map((operation) =>
      methodOf(operation, names.method(operation.id), layout, module, options),
    ),
  };
}

/** The function with the client already given. */
function methodOf(
  operation: Operation,
  name: string,
  layout: Layout,
  module: Module,
  options: EmitOptions,
): ClassMember {
  const names = layout.operation(operation.id);
  const from = layout.operationsModule(operation.resource);
  const value = module.value(names.function, from);
  return {
    kind: "method",
    name,
    docs: operationComment(operation, names.function),
    parameters: [
      paramsOf(operation, names.params, from, module),
      { name: "options", type: callOptions(module, options), optional: true },
    ],
    returns: reference("ReturnType", [reference(`typeof ${value}`)]),
    body: [
      {
        kind: "return",
        value: call(value, [access("this", "client"), identifier("params"), identifier("options")]),
      },
    ],
  };
}

function paramsOf(operation: Operation, name: string, from: string, module: Module): Parameter {
  const takesNone = operation.parameters.length === 0 && operation.body === undefined;
  const type = takesNone ? NO_PARAMS : reference(module.type(name, from));
  return { name: "params", type, optional: !needsParams(operation) };
}
