import type { Layout } from "../layout/layout.ts";
import type { Response, Schema, Webhook } from "../model.ts";
import { operationComment } from "./comments.ts";
import { declareType } from "./declarations.ts";
import type { Emitter } from "./emitter.ts";
import { Module } from "./module.ts";
import type { Comment, Member, Statement, TypeNode } from "./print/index.ts";
import { distinct, keyword, UNDEFINED } from "./type-nodes.ts";
import { typeOf, type Scope } from "./types.ts";

/**
 * `incoming.ts`: the bodies of requests that the API sends, webhooks and callbacks that operations ask for, and the
 * answers that it wants.
 */
export const emitIncoming: Emitter = (api, layout, options) => {
  if (api.webhooks.length === 0) return [];
  const module = new Module("incoming");
  for (const webhook of api.webhooks)
    module.add(bodyType(webhook, layout, module), ...answerType(webhook, layout, module));
  return [module.print(options)];
};

/** What arrives is what an answer would be: read-only members are in it. */
function bodyType({ name, operation }: Webhook, layout: Layout, module: Module): Statement {
  const schema = operation.body?.contents[0]?.schema ?? NOTHING;
  const scope = { module, layout, direction: "response" } as const;
  const statement = declareType(layout.incomingName(operation.id), schema, scope);
  const isEmpty = operation.body === undefined && statement.kind === "typeAlias";
  return {
    ...statement,
    docs: commentOf(name, operation),
    ...(isEmpty ? { type: UNDEFINED } : {}),
  } as Statement;
}

const NOTHING: Schema = { kind: "unknown" };

/** A webhook has no path of its own: its name stands in the place of one. */
function commentOf(name: string, operation: Webhook["operation"]): Comment {
  return operationComment({ ...operation, path: name });
}

/** The documented answers, told apart by their status; that of a range or of `default` is any number. */
function answerType({ operation }: Webhook, layout: Layout, module: Module): readonly Statement[] {
  const name = layout.answerName(operation.id);
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
