/** Parameters and return types that do not fit on a line. */

import { type Doc, type Group, concat, flatOf, group, layoutOf } from "./doc.ts";
import { mustBreak } from "./must-break.ts";
import { argumentList, listLayout, listText, restParameterList } from "./lists.ts";
import { simplify } from "./simplify.ts";
import { objectLayout, typeDoc, typeLayout } from "./type-doc.ts";
import { parameterName, parameterTypeText } from "./type-text.ts";
import type { FunctionType, MethodSignature, ParameterType, TypeNode } from "./types.ts";

/** A function type, or a method without its name. */
export function functionDoc(
  { parameters, returns }: FunctionType | MethodSignature,
  arrow: string,
): Group {
  const list = parametersDoc(parameters, parameterTypeText, parameterTypeLayout);
  return signatureDoc(list, parameters.length === 1, arrow, returns);
}

function parameterTypeLayout(parameter: ParameterType): Doc {
  return concat([`${parameterName(parameter)}: `, typeLayout(parameter.type)]);
}

/** What every kind of parameter has. */
export interface AnyParameter {
  readonly name: string;
  readonly type?: TypeNode;
  readonly optional?: boolean;
  readonly rest?: boolean;
  readonly default?: unknown;
}

/** A parenthesized list. A lone object type stays open at the parenthesis. */
export function parametersDoc<P extends AnyParameter>(
  parameters: readonly P[],
  textOf: (parameter: P) => string,
  layout: (parameter: P) => Doc,
): Group {
  return group(listText(argumentList, parameters, textOf), () => {
    const only = parameters.length === 1 ? parameters[0] : undefined;
    const object = only?.type === undefined ? undefined : simplify(only.type);
    const open = !only?.rest && only?.default === undefined;
    if (only !== undefined && object?.kind === "object" && open)
      return concat([`(${parameterName(only)}: `, objectLayout(object), ")"]);
    const style = parameters.at(-1)?.rest ? restParameterList : argumentList;
    return listLayout(style, parameters, textOf, layout);
  });
}

/**
 * Parameters and return type, which break together. With one parameter (and no constrained type parameter), an
 * object in the return type breaks instead.
 */
export function signatureDoc(
  parameters: Group,
  single: boolean,
  arrow: string,
  returns: TypeNode,
): Group {
  const result = typeDoc(returns);
  return group(parameters.flat + arrow + flatOf(result), () => {
    if (!single) return concat([layoutOf(parameters), arrow, result]);
    if (simplify(returns).kind === "object" || mustBreak(returns))
      return concat([parameters, arrow, result]);
    return {
      kind: "signature",
      parameters: layoutOf(parameters),
      returns: concat([arrow, result]),
      expanded: () => concat([parameters, arrow, typeDoc(expandObjects(returns))]),
    };
  });
}

/** The type with its outermost objects one member per line. */
function expandObjects(node: TypeNode): TypeNode {
  switch (node.kind) {
    case "object":
      return { ...node, expanded: node.members.length > 0 };
    case "union":
    case "intersection":
      return { ...node, members: node.members.map(expandObjects) };
    case "array":
      return { ...node, element: expandObjects(node.element) };
    case "reference":
      return { ...node, typeArguments: (node.typeArguments ?? []).map(expandObjects) };
    case "tuple":
      return { ...node, elements: node.elements.map(expandTypes) };
    case "function":
      return {
        ...node,
        parameters: node.parameters.map(expandTypes),
        returns: expandObjects(node.returns),
      };
    default:
      return node;
  }
}

function expandTypes<T extends { readonly type: TypeNode }>(item: T): T {
  return { ...item, type: expandObjects(item.type) };
}
