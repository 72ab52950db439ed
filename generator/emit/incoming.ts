import type { Schema, Webhook } from "../model.ts";
import type { Layout } from "../layout/layout.ts";
import { operationComment } from "./comments.ts";
import { declareType } from "./declarations.ts";
import type { Emitter } from "./emitter.ts";
import { Module } from "./module.ts";
import type { Comment, Statement } from "./print/index.ts";
import { UNDEFINED } from "./types.ts";

/** `incoming.ts`: the bodies of requests that the API sends: webhooks, and callbacks that operations ask for. */
export const emitIncoming: Emitter = (api, layout, options) => {
  if (api.webhooks.length === 0) return [];
  const module = new Module("incoming");
  for (const webhook of api.webhooks) module.add(bodyType(webhook, layout, module));
  return [module.print(options)];
};

/** What arrives is what an answer would be: read-only members are in it. */
function bodyType({ name, operation }: Webhook, layout: Layout, module: Module): Statement {
  const schema = operation.body?.contents[0]?.schema ?? NOTHING;
  const scope = { module, layout, direction: "response" } as const;
  const statement = declareType(layout.incomingName(operation.id), schema, scope, {
    docs: {},
    typeParameters: [],
  });
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
