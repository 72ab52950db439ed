import type { Operation, Response, ResponseHeader } from "../../model.ts";
import { commentOf } from "../comments.ts";
import type { Member, MethodSignature, Statement, TypeNode } from "../print/index.ts";
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
  const success = contentOf(listing.filter(isSuccess), scope);
  const failure = contentOf(
    listing.filter((response) => !isSuccess(response)),
    scope,
  );
  const isSame = success.text === failure.text;
  const errorHeaders = isSame ? names.successes : names.failures;
  return {
    typeOf: (response) =>
      listing.includes(response)
        ? reference(isSuccess(response) ? names.successes : errorHeaders)
        : undefined,
    success: success.members.length === 0 ? undefined : reference(names.successes),
    statements: [
      ...declare(names.successes, success, scope),
      ...(isSame ? [] : declare(names.failures, failure, scope)),
    ],
  };
}

/** What an interface holds, and as text what tells it from others. */
interface Content {
  readonly members: readonly Member[];
  readonly text: string;
}

function contentOf(responses: readonly Response[], scope: Scope): Content {
  const members = membersOf(responses, scope);
  return { members, text: JSON.stringify(members) };
}

/** Operations of one resource often have the same headers: the first has the interface, the others a name for it. */
function declare(name: string, { members, text }: Content, scope: Scope): readonly Statement[] {
  if (members.length === 0) return [];
  const first = scope.module.firstOf(text, name);
  if (first !== name) return [{ kind: "typeAlias", name, exported: true, type: reference(first) }];
  // Not the global `Headers`: a schema of the document may be called so.
  const base = runtimeType("ResponseHeaders", scope.module);
  const others = get(keyword("string"), TEXT_OR_NULL);
  return [
    {
      kind: "interface",
      name,
      exported: true,
      extends: [base],
      members: [...members, others],
    },
  ];
}

/** One overload of `get` a header. What not every answer has, or need not have, may be null. */
function membersOf(responses: readonly Response[], scope: Scope): readonly Member[] {
  const byName = new Map<string, ResponseHeader[]>();
  for (const header of responses.flatMap(({ headers }) => headers)) {
    const key = header.name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), header]);
  }
  return [...byName.values()].flatMap((headers) => {
    const [first] = headers;
    if (first === undefined) return [];
    const isSure = headers.length === responses.length && headers.every(({ required }) => required);
    const value = valueType(headers, scope);
    const type: TypeNode = isSure ? value : { kind: "union", members: [value, keyword("null")] };
    const docs = commentOf(first.docs);
    const method = get({ kind: "literal", value: first.name }, type);
    return [docs === undefined ? method : { ...method, docs }];
  });
}

const TEXT_OR_NULL: TypeNode = { kind: "union", members: [keyword("string"), keyword("null")] };

function get(name: TypeNode, returns: TypeNode): MethodSignature {
  return { kind: "method", name: "get", parameters: [{ name: "name", type: name }], returns };
}

/** A header arrives as text; only a list of texts says more about it. */
function valueType(headers: readonly ResponseHeader[], scope: Scope): TypeNode {
  const [first, ...others] = headers;
  const schema = first?.schema;
  const isListed =
    (schema?.kind === "enum" && schema.values.every((value) => typeof value === "string")) ||
    (schema?.kind === "literal" && typeof schema.value === "string");
  return schema !== undefined && isListed && others.length === 0
    ? typeOf(schema, scope)
    : keyword("string");
}
