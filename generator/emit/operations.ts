import type { Layout } from "../layout/layout.ts";
import type { Api, Operation, Resource } from "../model.ts";
import { callOptions } from "./call-options.ts";
import { operationComment } from "./comments.ts";
import { declareType } from "./declarations.ts";
import type { EmitOptions, Emitter } from "./emitter.ts";
import { Module } from "./module.ts";
import { answersOf } from "./operation/answers.ts";
import { describeCall } from "./operation/call-shape.ts";
import { operationConstant, pagesConstant } from "./operation/constants.ts";
import { type DeclaredParams, declareParams, paramKeys } from "./operation/params.ts";
import type { Parameter, Statement } from "./print/index.ts";
import { reference } from "./type-nodes.ts";
import type { Scope } from "./types.ts";

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
  const sent: Scope = { module, layout, direction: "request" };
  const received: Scope = { module, layout, direction: "response" };
  for (const operation of resource.operations)
    module.add(...emitOperation(api, operation, sent, received, options));
  return module.print(options);
}

function emitOperation(
  api: Api,
  operation: Operation,
  sent: Scope,
  received: Scope,
  options: EmitOptions,
): readonly Statement[] {
  const { function: name, response, result } = received.layout.operation(operation.id);
  const keys = paramKeys(operation);
  const params = declareParams(operation, keys, sent);
  const answers = answersOf(operation, received);
  const { returns, value } = describeCall(operation, answers, received);
  const call: Statement = {
    kind: "function",
    name,
    exported: true,
    docs: operationComment(operation, name),
    parameters: parametersOf(params, sent, options),
    returns,
    body: [{ kind: "return", value }],
  };
  return [
    ...params.statements,
    ...(answers.declared === undefined ? [] : [declareType(response, answers.declared, received)]),
    ...answers.headers,
    { kind: "typeAlias", name: result, exported: true, type: answers.result },
    call,
    operationConstant(api, operation, keys, received),
    ...pagesConstant(operation, keys, received),
  ];
}

function parametersOf(
  { type, required }: DeclaredParams,
  { module }: Scope,
  emitted: EmitOptions,
): readonly Parameter[] {
  return [
    { name: "client", type: reference(module.type("Client", "client")) },
    { name: "params", type, optional: !required },
    { name: "options", type: callOptions(module, emitted), optional: true },
  ];
}
