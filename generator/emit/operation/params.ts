import type { Content, Operation, Parameter, RequestBody } from "../../model.ts";
import { isStream } from "../../responses.ts";
import { commentOf } from "../comments.ts";
import { orInherited } from "../inherited.ts";
import type { Member, PropertyMember, Statement, TypeNode } from "../print/index.ts";
import { distinct, keyword, reference } from "../type-nodes.ts";
import { typeOf, type Scope } from "../types.ts";
import { choicesOf, isChosen } from "./body.ts";

/** The type of an operation's `params`, and whether a caller must give them. */
export interface DeclaredParams {
  readonly statements: readonly Statement[];
  readonly type: TypeNode;
  readonly required: boolean;
}

/** The type of what an operation without parameters takes. */
export const NO_PARAMS: TypeNode = reference("Record", [keyword("string"), keyword("never")]);

/** True when a caller must give something. */
export function needsParams({ parameters, body }: Operation): boolean {
  return body?.required === true || parameters.some(({ required }) => required);
}

/** One object with the parameters by name, and the body. */
export function declareParams(operation: Operation, keys: ParamKeys, scope: Scope): DeclaredParams {
  const own = operation.parameters.map((parameter) => memberOf(parameter, keys, scope));
  const { body } = operation;
  if (own.length === 0 && body === undefined) {
    return { statements: [], type: NO_PARAMS, required: false };
  }
  const name = scope.layout.operation(operation.id).params;
  const required = needsParams(operation);
  const statement =
    body !== undefined && isChosen(body)
      ? choiceOfBodies(name, own, body, scope)
      : interfaceOf(name, [
          ...own,
          ...(body === undefined ? [] : [bodyMember(body, body.contents[0], scope)]),
        ]);
  return { statements: [statement], type: reference(name), required };
}

/** The names in `params` of those parameters that have another one there than on the wire. */
export type ParamKeys = ReadonlyMap<Parameter, string>;

/** A name that two places share, or that `body` needs, gets its place in front: `path_id`, `query_id`. */
export function paramKeys({ parameters, body }: Operation): ParamKeys {
  const names = parameters.map(({ name }) => name);
  if (body !== undefined) names.push("body");
  if (body !== undefined && isChosen(body)) names.push("contentType");
  const known = new Set(names);
  const keys = new Map<Parameter, string>();
  if (known.size === names.length) return keys;
  for (const parameter of parameters) {
    let key = parameter.name;
    if (names.indexOf(key) === names.lastIndexOf(key)) continue;
    do key = `${parameter.in}_${key}`;
    while (known.has(key));
    keys.set(parameter, key);
  }
  return keys;
}

function interfaceOf(name: string, members: readonly Member[]): Statement {
  return { kind: "interface", name, exported: true, members };
}

function memberOf(parameter: Parameter, keys: ParamKeys, scope: Scope): PropertyMember {
  const key = keys.get(parameter) ?? parameter.name;
  const type = parameterType(parameter, scope);
  return {
    kind: "property",
    key,
    type: parameter.required ? type : orInherited(key, type),
    optional: !parameter.required,
    docs: commentOf(parameter.docs, parameter.name),
  };
}

/** A list may be given read-only: the runtime only reads it. */
function parameterType({ schema }: Parameter, scope: Scope): TypeNode {
  const type = typeOf(schema, scope);
  return type.kind === "array" ? { ...type, readonly: true } : type;
}

function bodyMember(body: RequestBody, content: Content | undefined, scope: Scope): PropertyMember {
  return {
    kind: "property",
    key: "body",
    type: content === undefined ? keyword("unknown") : bodyType(content, scope),
    optional: !body.required,
    docs: commentOf(body.docs, "body"),
  };
}

/** The lines of a request are any iterable; a stream of events is text. */
export function bodyType(content: Content, scope: Scope): TypeNode {
  if (isStream(content.kind)) {
    const item = typeOf(content.schema, scope);
    return content.kind === "jsonLines" ? reference("Iterable", [item]) : keyword("string");
  }
  return typeOf(content.schema, scope);
}

/** Several kinds of body: the first needs no word, every other is named by its media type. */
function choiceOfBodies(
  name: string,
  own: readonly Member[],
  body: RequestBody,
  scope: Scope,
): Statement {
  const [only] = body.contents;
  if (only !== undefined && body.contents.length === 1)
    return interfaceOf(name, [
      ...own,
      contentTypeMember(only, true),
      bodyMember(body, only, scope),
    ]);
  const choices = body.contents.map((content, index): TypeNode => {
    const about = bodyMember({ ...body, docs: {} }, content, scope);
    return { kind: "object", members: [contentTypeMember(content, index === 0), about] };
  });
  const choice: TypeNode = { kind: "union", members: distinct(choices) };
  const type: TypeNode =
    own.length === 0
      ? choice
      : { kind: "intersection", members: [{ kind: "object", members: own }, choice] };
  return { kind: "typeAlias", name, exported: true, type };
}

function contentTypeMember(content: Content, optional: boolean): Member {
  const types = choicesOf(content).map((value): TypeNode => ({ kind: "literal", value }));
  return {
    kind: "property",
    key: "contentType",
    type: { kind: "union", members: types },
    optional,
  };
}
