import type { Api, Operation, Pagination } from "../../model.ts";
import type { Statement, ValueNode } from "../print/index.ts";
import { runtimeType, runtimeValue, type RuntimeSymbol } from "../runtime-symbols.ts";
import type { Scope } from "../types.ts";
import { member, text, texts } from "../value-nodes.ts";
import { describeBody } from "./body.ts";
import { describeAnswer } from "./decoding.ts";
import type { Described } from "./described.ts";
import { describeParameters } from "./parameters.ts";
import type { ParamKeys } from "./params.ts";
import { describeTarget } from "./target.ts";

/** What differs between this operation and any other, as data. */
export function operationConstant(
  api: Api,
  operation: Operation,
  keys: ParamKeys,
  { module, layout }: Scope,
): Statement {
  const names = layout.operation(operation.id);
  const called: readonly Described[] = [
    member("name", text(names.function)),
    member("method", text(operation.method)),
  ];
  const members = called
    .concat(
      describeParameters(api, operation, keys, module),
      describeBody(operation, module),
      describeAnswer(operation, module),
      describeTarget(api, operation),
    )
    .filter((one) => one !== undefined);
  return {
    kind: "constant",
    name: names.constant,
    type: runtimeType("Operation", module),
    value: { kind: "object", expanded: true, members },
  };
}

const BY: Readonly<Record<Pagination["kind"], RuntimeSymbol>> = {
  cursor: "byCursor",
  bodyCursor: "byBodyCursor",
  lastItem: "byLastItem",
  offset: "byOffset",
  page: "byPageNumber",
  link: "byNextLink",
};

/** How the list is read on, as data. */
export function pagesConstant(
  operation: Operation,
  keys: ParamKeys,
  { module, layout }: Scope,
): readonly Statement[] {
  const { id, pagination } = operation;
  if (pagination === undefined) return [];
  const by = BY[pagination.kind];
  const { kind, parameter, within } = pagination;
  const isMember = within !== undefined || kind === "bodyCursor";
  const optional: readonly (readonly [string, ValueNode | undefined])[] = [
    // A member of an object or a body has its own name.
    ["parameter", queryKey(operation, parameter, isMember ? NO_KEYS : keys)],
    ["within", queryKey(operation, within, keys)],
    ["items", texts(pagination.items)],
    ["next", pagination.next && texts(pagination.next)],
    ["more", pagination.more && texts(pagination.more)],
    [
      "start",
      pagination.start === undefined ? undefined : { kind: "literal", value: pagination.start },
    ],
  ];
  return [
    {
      kind: "constant",
      name: layout.operation(id).pages,
      type: runtimeType("Pages", module),
      value: {
        kind: "object",
        expanded: true,
        members: [
          member("by", runtimeValue(by, module)),
          ...optional.flatMap(([key, value]) => (value === undefined ? [] : [member(key, value)])),
        ],
      },
    },
  ];
}

const NO_KEYS: ParamKeys = new Map();

/** What a query parameter is called in `params`. */
function queryKey(
  { parameters }: Operation,
  name: string | undefined,
  keys: ParamKeys,
): ValueNode | undefined {
  if (name === undefined) return undefined;
  const parameter = parameters.find((one) => one.in === "query" && one.name === name);
  return text((parameter && keys.get(parameter)) ?? name);
}
