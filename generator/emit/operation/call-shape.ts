import type { Operation } from "../../model.ts";
import type { TypeNode, ValueNode } from "../print/index.ts";
import { runtimeModule } from "../runtime-symbols.ts";
import { reference, typeOf, type Scope } from "../types.ts";
import type { Answers, AnswerStream } from "./answers.ts";
import { member, objectOf, runtimeValue, text } from "./data.ts";

/** The one runtime call that a generated function makes, and what it gives. */
export interface CallShape {
  readonly returns: TypeNode;
  readonly value: ValueNode;
}

/** Chooses the call: a plain one, a list read page by page, or a stream. */
export function describeCall(operation: Operation, answers: Answers, scope: Scope): CallShape {
  const names = scope.layout.operation(operation.id);
  const result = reference(names.result);
  const { pagination } = operation;
  if (pagination !== undefined) {
    const item = typeOf(pagination.item, scope);
    return {
      returns: reference(scope.module.type("PagedCall", runtimeModule("PagedCall")), [
        answers.data,
        result,
        item,
      ]),
      value: callOf(scope.module.value("paged", runtimeModule("paged")), [
        identifier(names.constant),
        identifier(names.pages),
      ]),
    };
  }
  if (answers.stream !== undefined)
    return describeStream(operation, answers, answers.stream, scope);
  return {
    returns: reference(scope.module.type("Call", runtimeModule("Call")), [answers.data, result]),
    value: callOf(scope.module.value("call", runtimeModule("call")), [identifier(names.constant)]),
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
  const read = runtimeValue(stream.kind === "jsonLines" ? "readJsonLines" : "readEvents", module);
  if (!answers.hasBody) {
    return {
      returns: reference(module.type("StreamCall", runtimeModule("StreamCall")), [
        stream.item,
        result,
      ]),
      value: callOf(module.value("streamed", runtimeModule("streamed")), [
        identifier(names.constant),
        read,
      ]),
    };
  }
  const streaming = objectOf([
    member("read", read),
    member("accept", text(stream.mediaType)),
    ...(operation.streamFlag === undefined ? [] : [member("flag", text(operation.streamFlag))]),
  ]);
  return {
    returns: reference(module.type("StreamableCall", runtimeModule("StreamableCall")), [
      answers.data,
      result,
      stream.item,
    ]),
    value: callOf(module.value("streamable", runtimeModule("streamable")), [
      identifier(names.constant),
      streaming,
    ]),
  };
}

function identifier(name: string): ValueNode {
  return { kind: "identifier", name };
}

const CLIENT = identifier("client");
const PARAMS = identifier("params");
const OPTIONS = identifier("options");

function callOf(name: string, extra: readonly ValueNode[]): ValueNode {
  return {
    kind: "call",
    callee: { kind: "identifier", name },
    arguments: [CLIENT, ...extra, PARAMS, OPTIONS],
  };
}
