import type { Operation } from "../../model.ts";
import type { Module } from "../module.ts";
import type { TypeNode, ValueNode } from "../print/index.ts";
import { runtimeType, runtimeValue, type RuntimeSymbol } from "../runtime-symbols.ts";
import { reference } from "../type-nodes.ts";
import { typeOf, type Scope } from "../types.ts";
import { call, identifier, member, objectOf, text } from "../value-nodes.ts";
import type { Answers, AnswerStream } from "./answers.ts";

/** The one runtime call that a generated function makes, and what it gives. */
export interface CallShape {
  readonly returns: TypeNode;
  readonly value: ValueNode;
}

/** Chooses the call: a plain one, a list read page by page, or a stream. */
export function describeCall(operation: Operation, answers: Answers, scope: Scope): CallShape {
  const { module, layout } = scope;
  const names = layout.operation(operation.id);
  const result = reference(names.result);
  const { pagination } = operation;
  if (pagination !== undefined) {
    const item = typeOf(pagination.item, scope);
    return {
      returns: runtimeType("PagedCall", module, [answers.data, result, item]),
      value: callOf("paged", [identifier(names.constant), identifier(names.pages)], module),
    };
  }
  if (answers.stream !== undefined)
    return describeStream(operation, answers, answers.stream, scope);
  return {
    returns: runtimeType("Call", module, [answers.data, result]),
    value: callOf("call", [identifier(names.constant)], module),
  };
}

/** A stream, or one that only a request which asks for it gets (`stream: true`). */
function describeStream(
  operation: Operation,
  answers: Answers,
  stream: AnswerStream,
  scope: Scope,
): CallShape {
  const { module, layout } = scope;
  const names = layout.operation(operation.id);
  const result = reference(names.result);
  const read = runtimeValue(stream.read, module);
  if (!answers.hasBody) {
    return {
      returns: runtimeType("StreamCall", module, [stream.item, result]),
      value: callOf("streamed", [identifier(names.constant), read], module),
    };
  }
  const streaming = objectOf([
    member("read", read),
    member("accept", text(stream.mediaType)),
    ...(operation.streamFlag === undefined ? [] : [member("flag", text(operation.streamFlag))]),
  ]);
  return {
    returns: runtimeType("StreamableCall", module, [answers.data, result, stream.item]),
    value: callOf("streamable", [identifier(names.constant), streaming], module),
  };
}

const CLIENT = identifier("client");
const PARAMS = identifier("params");
const OPTIONS = identifier("options");

/** `call(client, extra, params, options)`. */
function callOf(symbol: RuntimeSymbol, extra: readonly ValueNode[], module: Module): ValueNode {
  const { name } = runtimeValue(symbol, module);
  return call(name, [CLIENT, ...extra, PARAMS, OPTIONS]);
}
