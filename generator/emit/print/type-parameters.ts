/** `<T extends A = B>`: the type parameters of a declaration. */

import { type Doc, concat, fluid, group } from "./doc.ts";
import { listLayout, listText, typeParameterList } from "./lists.ts";
import { typeDoc } from "./type-doc.ts";
import { typeText } from "./type-text.ts";
import type { TypeParameter } from "./types.ts";

export function typeParametersText(parameters: readonly TypeParameter[] = []): string {
  return parameters.length === 0 ? "" : listText(typeParameterList, parameters, parameterText);
}

function parameterText({ name, constraint, default: value }: TypeParameter): string {
  const bound = constraint === undefined ? "" : ` extends ${typeText(constraint)}`;
  return value === undefined ? name + bound : `${name}${bound} = ${typeText(value)}`;
}

export function typeParametersDoc(parameters: readonly TypeParameter[] = []): Doc {
  if (parameters.length === 0) return "";
  return group(typeParametersText(parameters), () =>
    listLayout(typeParameterList, parameters, parameterText, parameterLayout),
  );
}

function parameterLayout({ name, constraint, default: value }: TypeParameter): Doc {
  const parts: Doc[] = [name];
  if (constraint !== undefined) parts.push(" extends", fluid(typeDoc(constraint)));
  if (value !== undefined) parts.push(" =", fluid(typeDoc(value)));
  return concat(parts);
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
