import { groupBy } from "../../group-by.ts";
import type { Header, Operation, Response } from "../../model.ts";
import { declareLookup, getter } from "../lookup.ts";
import type { MethodSignature, Statement, TypeNode } from "../print/index.ts";
import { runtimeType } from "../runtime-symbols.ts";
import { keyword, reference } from "../type-nodes.ts";
import { typeOf, type Scope } from "../types.ts";

/** The documented headers of an operation's answers, as types. */
export interface HeaderTypes {
  /** What answers of this status have; undefined when the document lists nothing. */
  typeOf(response: Response): TypeNode | undefined;
  /** What all successes have. */
  readonly success: TypeNode | undefined;
  /** The interfaces that they name. */
  readonly statements: readonly Statement[];
}

const NONE: HeaderTypes = { typeOf: () => undefined, success: undefined, statements: [] };

/** One interface for the successes that have headers, and one for the failures, unless they have the same. */
export function declareHeaders(
  operation: Operation,
  successes: readonly Response[],
  scope: Scope,
): HeaderTypes {
  const listing = operation.responses.filter(({ headers }) => headers.length > 0);
  if (listing.length === 0) return NONE;
  const names = scope.layout.headerNames(operation.id);
  const isSuccess = (response: Response): boolean => successes.includes(response);
  const success = membersOf(listing.filter(isSuccess), scope);
  const failure = membersOf(
    listing.filter((response) => !isSuccess(response)),
    scope,
  );
  const isSame = isEqual(success, failure);
  const errorHeaders = isSame ? names.successes : names.failures;
  return {
    typeOf: (response) =>
      listing.includes(response)
        ? reference(isSuccess(response) ? names.successes : errorHeaders)
        : undefined,
    success: success.length === 0 ? undefined : reference(names.successes),
    statements: [
      ...declare(names.successes, success, scope),
      ...(isSame ? [] : declare(names.failures, failure, scope)),
    ],
  };
}

function declare(
  name: string,
  members: readonly MethodSignature[],
  { module }: Scope,
): readonly Statement[] {
  if (members.length === 0) return [];
  // Not the global `Headers`: a schema of the document may be called so.
  const base = runtimeType("ResponseHeaders", module);
  return [declareLookup({ name, base, members }, module)];
}

/** One overload of `get` a header. What not every answer has, or need not have, may be null. */
function membersOf(responses: readonly Response[], scope: Scope): readonly MethodSignature[] {
  const all = responses.flatMap(({ headers }) => headers);
  const byName = groupBy(all, ({ name }) => name.toLowerCase());
  return [...byName.values()].flatMap((headers) => {
    const [first] = headers;
    if (first === undefined) return [];
    const required = headers.length === responses.length && headers.every((one) => one.required);
    return getter({ ...first, required }, valueType(headers, scope));
  });
}

/** What all of them say, or else any text. */
function valueType(headers: readonly Header[], scope: Scope): TypeNode {
  const [first = STRING, ...others] = headers.map(({ schema }) => typeOf(schema, scope));
  return others.every((other) => isEqual(other, first)) ? first : STRING;
}

const STRING = keyword("string");

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
