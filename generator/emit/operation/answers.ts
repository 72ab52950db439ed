import type { Content, Operation, Response, Schema } from "../../model.ts";
import type { Statement, TypeNode } from "../print/index.ts";
import { runtimeModule, type RuntimeSymbol } from "../runtime-symbols.ts";
import { distinct, keyword, reference, typeOf, UNDEFINED, type Scope } from "../types.ts";
import { declareHeaders } from "./headers.ts";

/** What an operation can answer, as types. */
export interface Answers {
  /** The decoded body of a success. */
  readonly data: TypeNode;
  /** The union on `status`. */
  readonly result: TypeNode;
  /** A schema that deserves a name of its own, because the answer is the only place that has it. */
  readonly declared: Schema | undefined;
  /** The items of a success that is a stream, and how they are framed. */
  readonly stream: AnswerStream | undefined;
  /** Whether a success can also be answered at once. */
  readonly hasBody: boolean;
  /** The interfaces of documented headers. */
  readonly headers: readonly Statement[];
}

export interface AnswerStream {
  readonly kind: "eventStream" | "jsonLines";
  readonly mediaType: string;
  readonly item: TypeNode;
}

/** Reads the answers of an operation: documented statuses, ranges, `default`, and the undocumented rest. */
export function answersOf(operation: Operation, scope: Scope): Answers {
  const successes = successesOf(operation);
  const contents = successes.flatMap((response) => response.contents);
  const bodies = contents.filter(({ kind }) => !isStream(kind));
  const streamed = contents.find(({ kind }) => isStream(kind));
  const declared = declaredOf(operation, bodies);
  const named =
    declared === undefined ? undefined : reference(scope.layout.operation(operation.id).response);
  const typeOfBody = (response: Response): TypeNode =>
    bodyOf(operation, response, scope, declared, named);
  const data: TypeNode =
    successes.length === 0 ? keyword("unknown") : unionOf(successes.map(typeOfBody));
  const headers = declareHeaders(operation, successes, scope);
  const documented = operation.responses.map((response) => {
    const status = statusOf(response, scope);
    const success = successes.includes(response) && response.status !== "default";
    return outcome(success, [status, typeOfBody(response)], headers.typeOf(response), scope);
  });
  const hidden = successes.every(({ status }) => status === "default")
    ? [outcome(true, [keyword("number"), data], headers.success, scope)]
    : [];
  const rest = operation.responses.some(({ status }) => status === "default")
    ? []
    : [
        reference(
          use("Failure", scope),
          reference(use("UndocumentedStatus", scope)),
          keyword("unknown"),
        ),
      ];
  const stream =
    streamed === undefined || !isStream(streamed.kind)
      ? undefined
      : {
          kind: streamed.kind,
          mediaType: streamed.mediaType,
          item: typeOf(streamed.schema, scope),
        };
  return {
    data,
    result: { kind: "union", members: [...hidden, ...documented, ...rest] },
    declared,
    stream,
    hasBody: bodies.length > 0,
    headers: headers.statements,
  };
}

/** `Success<200, Pet>`, or `SuccessWith<200, Pet, PetHeaders>` where the headers are documented. */
function outcome(
  success: boolean,
  [status, body]: readonly [TypeNode, TypeNode],
  headers: TypeNode | undefined,
  scope: Scope,
): TypeNode {
  if (headers === undefined)
    return reference(use(success ? "Success" : "Failure", scope), status, body);
  return reference(use(success ? "SuccessWith" : "FailureWith", scope), status, body, headers);
}

function use(symbol: RuntimeSymbol, { module }: Scope): string {
  return module.type(symbol, runtimeModule(symbol));
}

function isStream(kind: Content["kind"]): kind is "eventStream" | "jsonLines" {
  return kind === "eventStream" || kind === "jsonLines";
}

/** The answers of a call that went well; a document with `default` alone means that one. */
function successesOf({ responses }: Operation): readonly Response[] {
  const successes = responses.filter(
    ({ status, range }) =>
      status !== "default" && (range ? status === 2 : status >= 200 && status < 300),
  );
  return successes.length > 0 ? successes : responses.filter(({ status }) => status === "default");
}

/** An inline object, or a list of them, that is the one body of a success. */
function declaredOf({ method }: Operation, bodies: readonly Content[]): Schema | undefined {
  const [only, ...others] = bodies;
  if (method === "HEAD" || only === undefined || others.length > 0 || only.kind !== "json")
    return undefined;
  return isLarge(only.schema) ? only.schema : undefined;
}

function isLarge(schema: Schema): boolean {
  switch (schema.kind) {
    case "object":
      return schema.properties.length > 0;
    case "array":
      return isLarge(schema.items);
    case "union":
    case "intersection":
      return schema.members.some(isLarge) || schema.members.length > 2;
    case "enum":
      return true;
    default:
      return false;
  }
}

function bodyOf(
  { method }: Operation,
  response: Response,
  scope: Scope,
  declared: Schema | undefined,
  named: TypeNode | undefined,
): TypeNode {
  const contents = method === "HEAD" ? [] : response.contents.filter(({ kind }) => !isStream(kind));
  if (contents.length === 0)
    return response.contents.length === 0 || method === "HEAD" ? UNDEFINED : keyword("unknown");
  return unionOf(
    contents.map(({ schema }) =>
      schema === declared && named !== undefined ? named : typeOf(schema, scope),
    ),
  );
}

function statusOf({ status, range }: Response, scope: Scope): TypeNode {
  if (status === "default") return reference(use("UndocumentedStatus", scope));
  if (!range) return { kind: "literal", value: status };
  const member = RANGES[status - 1] ?? "ServerError";
  return reference(scope.module.type(`StatusRange.${member}`, runtimeModule("StatusRange")));
}

const RANGES = ["Informational", "Success", "Redirection", "ClientError", "ServerError"];

function unionOf(types: readonly TypeNode[]): TypeNode {
  if (types.some((type) => type.kind === "keyword" && type.name === "unknown"))
    return keyword("unknown");
  return { kind: "union", members: distinct(types) };
}
