import type { Layout } from "../layout/layout.ts";
import type { Response, Schema, Webhook } from "../model.ts";
import { operationComment } from "./comments.ts";
import { declareType } from "./declarations.ts";
import type { Emitter } from "./emitter.ts";
import { declareLookup, getter, listGetter } from "./lookup.ts";
import { Module } from "./module.ts";
import type { Comment, Member, Statement, TypeNode } from "./print/index.ts";
import { distinct, keyword, UNDEFINED } from "./type-nodes.ts";
import { global, typeOf, type Scope } from "./types.ts";

/**
 * `incoming.ts`: the bodies, headers and queries of requests that the API sends, webhooks and callbacks that operations
 * ask for, and the answers that it wants.
 */
export const emitIncoming: Emitter = (api, layout, options) => {
  if (api.webhooks.length === 0) return [];
  const module = new Module("incoming");
  for (const webhook of api.webhooks) {
    for (const declare of [bodyType, headersType, queryType, answerType])
      module.add(...declare(webhook, layout, module));
  }
  return [module.print(options)];
};

/** What arrives is what an answer would be: read-only members are in it. */
function bodyType(
  { name, operation }: Webhook,
  layout: Layout,
  module: Module,
): readonly Statement[] {
  const typeName = layout.incoming.bodies.get(operation.id);
  if (typeName === undefined) return [];
  const schema = operation.body?.contents[0]?.schema ?? NOTHING;
  const scope = { module, layout, direction: "response" } as const;
  const statement = declareType(typeName, schema, scope);
  const isEmpty = operation.body === undefined && statement.kind === "typeAlias";
  const docs = commentOf(name, operation);
  return [{ ...statement, docs, ...(isEmpty ? { type: UNDEFINED } : {}) } as Statement];
}

const NOTHING: Schema = { kind: "unknown" };

/** A webhook has no path of its own: its name stands in the place of one. */
function commentOf(name: string, operation: Webhook["operation"]): Comment {
  return operationComment({ ...operation, path: name }, name);
}

/** What `request.headers` of the fetch API is then. */
function headersType({ operation }: Webhook, layout: Layout, module: Module): readonly Statement[] {
  const name = layout.incoming.headers.get(operation.id);
  if (name === undefined) return [];
  const scope = { module, layout, direction: "response" } as const;
  const headers = operation.parameters.filter((parameter) => parameter.in === "header");
  const members = headers.map((one) => getter(one, typeOf(one.schema, scope)));
  return [declareLookup({ name, base: global("Headers", scope), members }, module)];
}

/** What the `searchParams` of its URL are. */
function queryType({ operation }: Webhook, layout: Layout, module: Module): readonly Statement[] {
  const name = layout.incoming.queries.get(operation.id);
  if (name === undefined) return [];
  const scope = { module, layout, direction: "response" } as const;
  const members = operation.parameters
    .filter((parameter) => parameter.in === "query")
    .map((one) => {
      const get = one.schema.kind === "array" ? listGetter : getter;
      return get(one, typeOf(one.schema, scope));
    });
  return [declareLookup({ name, base: global("URLSearchParams", scope), members }, module)];
}

/** The documented answers, told apart by their status; that of a range or of `default` is any number. */
function answerType({ operation }: Webhook, layout: Layout, module: Module): readonly Statement[] {
  const name = layout.incoming.answers.get(operation.id);
  if (name === undefined) return [];
  const scope = { module, layout, direction: "request" } as const;
  const answers = operation.responses.map((response): TypeNode => {
    const members = [member("status", statusType(response)), ...bodyMember(response, scope)];
    return { kind: "object", members };
  });
  const type: TypeNode = { kind: "union", members: answers };
  return [{ kind: "typeAlias", name, exported: true, type }];
}

function statusType({ status, range }: Response): TypeNode {
  return status === "default" || range ? keyword("number") : { kind: "literal", value: status };
}

function bodyMember({ contents }: Response, scope: Scope): readonly Member[] {
  if (contents.length === 0) return [];
  const bodies = distinct(contents.map(({ schema }) => typeOf(schema, scope)));
  return [member("body", { kind: "union", members: bodies })];
}

function member(key: string, type: TypeNode): Member {
  return { kind: "property", key, type };
}
