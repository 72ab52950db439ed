/** Parameters, return types and type parameters as documents. */

import { type Doc, concat, fluid, group, list, mustBreak, signature } from "./doc.ts";
import { simplify } from "./combined-doc.ts";
import { argumentList, restParameterList, typeParameterList } from "./lists.ts";
import { objectDoc, typeDoc } from "./type-doc.ts";
import type {
  FunctionType,
  MethodSignature,
  ParameterType,
  TypeNode,
  TypeParameter,
} from "./types.ts";

export function functionDoc(type: FunctionType): Doc {
  return parametersAndReturn(type, " => ");
}

export function methodDoc(method: MethodSignature): Doc {
  return parametersAndReturn(method, ": ");
}

function parametersAndReturn(
  { parameters, returns }: FunctionType | MethodSignature,
  arrow: string,
): Doc {
  const list = parametersDoc(parameters, parameterTypeDoc);
  return signatureDoc(list, parameters.length === 1, arrow, returns);
}

function parameterTypeDoc(parameter: ParameterType): Doc {
  return concat([parameterName(parameter), ": ", typeDoc(parameter.type)]);
}

/** What every kind of parameter has. */
interface AnyParameter {
  readonly name: string;
  readonly type?: TypeNode;
  readonly optional?: boolean;
  readonly rest?: boolean;
  readonly default?: unknown;
}

/** `...name?` */
export function parameterName({ rest, name, optional }: AnyParameter): string {
  return `${rest ? "..." : ""}${name}${optional ? "?" : ""}`;
}

/** A parenthesized list that breaks with its signature. A lone object type stays open at the parenthesis. */
export function parametersDoc<P extends AnyParameter>(
  parameters: readonly P[],
  parameterDoc: (parameter: P) => Doc,
): Doc {
  const only = parameters.length === 1 ? parameters[0] : undefined;
  const object = only?.type === undefined ? undefined : simplify(only.type);
  if (only !== undefined && object?.kind === "object" && !only.rest && only.default === undefined) {
    return concat([`(${parameterName(only)}: `, objectDoc(object, false), ")"]);
  }
  const style = parameters.at(-1)?.rest ? restParameterList : argumentList;
  return list(style, parameters.map(parameterDoc), false);
}

/**
 * Parameters and return type, which break together. With one parameter (and no constrained type parameter), an
 * object in the return type breaks instead.
 */
export function signatureDoc(
  parameters: Doc,
  single: boolean,
  arrow: string,
  returns: TypeNode,
): Doc {
  const returnDoc = concat([arrow, typeDoc(returns)]);
  if (!single) return group(concat([parameters, returnDoc]));
  const parametersGroup = ownGroup(parameters);
  if (simplify(returns).kind === "object" || mustBreak(returnDoc))
    return group(concat([parametersGroup, returnDoc]));
  return signature(parameters, returnDoc, () =>
    concat([parametersGroup, arrow, typeDoc(expandObjects(returns))]),
  );
}

/** A group of its own, also for a list that was none. */
export function ownGroup(doc: Doc): Doc {
  return typeof doc === "string" ? doc : { kind: "group", contents: doc, flat: doc.flat };
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

export function typeParametersDoc(parameters: readonly TypeParameter[] = []): Doc {
  return parameters.length === 0 ? "" : list(typeParameterList, parameters.map(typeParameterDoc));
}

function typeParameterDoc(parameter: TypeParameter): Doc {
  const parts: Doc[] = [parameter.name];
  if (parameter.constraint !== undefined) {
    parts.push(" extends", fluid(typeDoc(parameter.constraint)));
  }
  if (parameter.default !== undefined) parts.push(" =", fluid(typeDoc(parameter.default)));
  return group(concat(parts));
}

/** True for type parameters that keep a signature from breaking in its return type. */
export function areConstrained(parameters: readonly TypeParameter[] = []): boolean {
  return parameters.length > 1 || parameters.some(isConstrained);
}

/** True for type parameters that break before the type of their alias does. */
export function areComplex(parameters: readonly TypeParameter[] = []): boolean {
  return parameters.length > 1 && parameters.some(isConstrained);
}

function isConstrained(parameter: TypeParameter): boolean {
  return parameter.constraint !== undefined || parameter.default !== undefined;
}
