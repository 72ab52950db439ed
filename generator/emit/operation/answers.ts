import type { Content, Operation, Response, Schema } from "../../model.ts";
import { isStream, isSuccess } from "../../responses.ts";
import type { Statement, TypeNode } from "../print/index.ts";
import { type RuntimeSymbol, runtimeType } from "../runtime-symbols.ts";
import { distinct, keyword, reference, UNDEFINED } from "../type-nodes.ts";
import { typeOf, type Scope } from "../types.ts";
import { declareHeaders, type HeaderTypes } from "./headers.ts";

/** What an operation can answer, as types. */
export interface Answers {
  /** The decoded body of a success. */
  readonly data: TypeNode;
  /** The union on `status`. */
  readonly result: TypeNode;
  /** A schema that deserves a name of its own, because the answer is the only place that has it. */
  readonly declared: Schema | undefined;
  /** The items of a success that is a stream, and what reads them. */
  readonly stream: AnswerStream | undefined;
  /** Whether a success can also be answered at once. */
  readonly hasBody: boolean;
  /** The interfaces of documented headers. */
  readonly headers: readonly Statement[];
}

export interface AnswerStream {
  readonly read: RuntimeSymbol;
  readonly mediaType: string;
  readonly item: TypeNode;
}

/** Reads the answers of an operation: documented statuses, ranges, `default`, and the undocumented rest. */
export function answersOf(operation: Operation, scope: Scope): Answers {
  const successes = successesOf(operation);
  const contents = successes.flatMap((response) => response.contents);
  const bodies = contents.filter(({ kind }) => !isStream(kind));
  const declared = declaredOf(operation, bodies);
  const outcomes = operation.responses.map((response): Outcome => {
    const body = bodyOf(operation, response, declared, scope);
    return { response, body, isSuccess: successes.includes(response) };
  });
  const data = dataOf(outcomes);
  const headers = declareHeaders(operation, successes, scope);
  return {
    data,
    result: { kind: "union", members: resultsOf(outcomes, data, headers, scope) },
    declared,
    stream: streamOf(contents, scope),
    hasBody: bodies.length > 0,
    headers: headers.statements,
  };
}

/** A documented answer and the type of its body. */
interface Outcome {
  readonly response: Response;
  readonly isSuccess: boolean;
  readonly body: TypeNode;
}

function dataOf(outcomes: readonly Outcome[]): TypeNode {
  const successes = outcomes.filter(({ isSuccess }) => isSuccess);
  return successes.length === 0 ? keyword("unknown") : unionOf(successes.map(({ body }) => body));
}

/** What is documented; a success that only `default` stands for; what is not documented at all. */
function resultsOf(
  outcomes: readonly Outcome[],
  data: TypeNode,
  headers: HeaderTypes,
  scope: Scope,
): readonly TypeNode[] {
  const isDefault = ({ response }: Outcome): boolean => response.status === "default";
  const results = outcomes.map((one) => {
    const isSuccess = one.isSuccess && !isDefault(one);
    const status = statusOf(one.response, scope);
    return resultOf(isSuccess, status, one.body, headers.typeOf(one.response), scope);
  });
  if (outcomes.every((one) => !one.isSuccess || isDefault(one)))
    results.unshift(resultOf(true, keyword("number"), data, headers.success, scope));
  if (!outcomes.some(isDefault)) {
    const others = runtimeType("UndocumentedStatus", scope.module);
    results.push(resultOf(false, others, keyword("unknown"), undefined, scope));
  }
  return results;
}

/** `Success<200, Pet>`, or `SuccessWith<200, Pet, PetHeaders>` where the headers are documented. */
function resultOf(
  isSuccess: boolean,
  status: TypeNode,
  body: TypeNode,
  headers: TypeNode | undefined,
  { module }: Scope,
): TypeNode {
  if (headers === undefined)
    return runtimeType(isSuccess ? "Success" : "Failure", module, [status, body]);
  return runtimeType(isSuccess ? "SuccessWith" : "FailureWith", module, [status, body, headers]);
}

function streamOf(contents: readonly Content[], scope: Scope): AnswerStream | undefined {
  const content = contents.find(({ kind }) => isStream(kind));
  if (content === undefined) return undefined;
  const { mediaType, schema } = content;
  return { read: readerOf(content), mediaType, item: typeOf(schema, scope) };
}

function readerOf({ kind, eventData }: Content): RuntimeSymbol {
  if (kind === "jsonLines") return "readJsonLines";
  if (eventData === undefined) return "readEvents";
  return eventData === "json" ? "readJsonEvents" : "readServerSentEvents";
}

/** The answers of a call that went well; a document with `default` alone means that one. */
function successesOf({ responses }: Operation): readonly Response[] {
  const successes = responses.filter(isSuccess);
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
  { id, method }: Operation,
  { contents }: Response,
  declared: Schema | undefined,
  scope: Scope,
): TypeNode {
  if (contents.length === 0 || method === "HEAD") return UNDEFINED;
  const bodies = contents.filter(({ kind }) => !isStream(kind));
  if (bodies.length === 0) return keyword("unknown");
  return unionOf(
    bodies.map(({ schema }) =>
      schema === declared ? reference(scope.layout.operation(id).response) : typeOf(schema, scope),
    ),
  );
}

function statusOf({ status, range }: Response, { module }: Scope): TypeNode {
  if (status === "default") return runtimeType("UndocumentedStatus", module);
  if (!range) return { kind: "literal", value: status };
  const { name } = runtimeType("StatusRange", module);
  return reference(`${name}.${RANGES[status - 1] ?? "ServerError"}`);
}

const RANGES = ["Informational", "Success", "Redirection", "ClientError", "ServerError"];

function unionOf(types: readonly TypeNode[]): TypeNode {
  const only = types.length === 1 ? types[0] : undefined;
  if (only !== undefined && only.kind !== "union") return only;
  if (types.some((type) => type.kind === "keyword" && type.name === "unknown"))
    return keyword("unknown");
  return { kind: "union", members: distinct(types) };
}
