import type { Operation } from "../../model.ts";
import type { TypeNode, ValueNode } from "../print/index.ts";
import { runtimeModule } from "../runtime-symbols.ts";
import { reference, typeOf, type Scope } from "../types.ts";
import type { Answers } from "./answers.ts";

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
      returns: reference(
        scope.module.type("PagedCall", runtimeModule("PagedCall")),
        answers.data,
        result,
        item,
      ),
      value: callOf(scope.module.value("paged", runtimeModule("paged")), [
        names.constant,
        names.pages,
      ]),
    };
  }
  return {
    returns: reference(scope.module.type("Call", runtimeModule("Call")), answers.data, result),
    value: callOf(scope.module.value("call", runtimeModule("call")), [names.constant]),
  };
}

function callOf(name: string, extra: readonly string[]): ValueNode {
  const identifiers = ["client", ...extra, "params", "options"];
  return {
    kind: "call",
    callee: { kind: "identifier", name },
    arguments: identifiers.map((identifier) => ({ kind: "identifier", name: identifier })),
  };
}
