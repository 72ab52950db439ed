import type { Layout } from "../layout/layout.ts";
import type { Api, Operation, Resource } from "../model.ts";
import { operationComment } from "./comments.ts";
import { declareType } from "./declarations.ts";
import type { EmitOptions, Emitter } from "./emitter.ts";
import { Module } from "./module.ts";
import { answersOf } from "./operation/answers.ts";
import { describeCall } from "./operation/call-shape.ts";
import { operationConstant, pagesConstant } from "./operation/constants.ts";
import { declareParams } from "./operation/params.ts";
import type { Parameter, Statement } from "./print/index.ts";
import { reference } from "./types.ts";

/** One module a resource: a function an operation, with the types that only it has. */
export const emitOperations: Emitter = (api, layout, options) =>
  api.resources.map((resource) => emitResource(api, resource, layout, options));

function emitResource(
  api: Api,
  resource: Resource,
  layout: Layout,
  options: EmitOptions,
): ReturnType<Emitter>[number] {
  const module = new Module(layout.operationsModule(resource.name));
  for (const operation of resource.operations)
    module.add(...emitOperation(api, operation, module, layout));
  return module.print(options);
}

function emitOperation(
  api: Api,
  operation: Operation,
  module: Module,
  layout: Layout,
): readonly Statement[] {
  const names = layout.operation(operation.id);
  const params = declareParams(operation, { module, layout, direction: "request" });
  const answers = answersOf(operation, { module, layout, direction: "response" });
  const shape = describeCall(operation, answers, { module, layout, direction: "response" });
  const response =
    answers.declared === undefined
      ? []
      : [
          declareType(
            names.response,
            answers.declared,
            { module, layout, direction: "response" },
            { docs: {}, typeParameters: [] },
          ),
        ];
  const result: Statement = {
    kind: "typeAlias",
    name: names.result,
    exported: true,
    type: answers.result,
  };
  const parameters: readonly Parameter[] = [
    { name: "client", type: reference(module.type("Client", "client")) },
    { name: "params", type: params.type, optional: !params.required },
    {
      name: "options",
      type: reference(module.type("CallOptions", "runtime/call")),
      optional: true,
    },
  ];
  const call: Statement = {
    kind: "function",
    name: names.function,
    exported: true,
    docs: operationComment(operation),
    parameters,
    returns: shape.returns,
    body: [{ kind: "return", value: shape.value }],
  };
  const constants = [
    operationConstant(api, operation, module, layout),
    ...pagesConstant(operation, module, layout),
  ];
  return [...params.statements, ...response, ...answers.headers, result, call, ...constants];
}
