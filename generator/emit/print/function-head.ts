/** Functions and methods up to their body. */

import { type Doc, type Group, concat, group } from "./doc.ts";
import { parametersDoc, signatureDoc } from "./signature-doc.ts";
import type { Parameter, Signature } from "./statements.ts";
import { typeDoc } from "./type-doc.ts";
import { areConstrained, typeParametersDoc, typeParametersText } from "./type-parameters.ts";
import { parameterName, typeText } from "./type-text.ts";
import { valueDoc } from "./value-doc.ts";
import { valueText } from "./value-text.ts";

/** `name` is all that stands in front of the type parameters: `export function f`. */
export function functionHead(name: string, signature: Signature): Group {
  const { typeParameters } = signature;
  const rest = restDoc(signature);
  return group(name + typeParametersText(typeParameters) + rest.flat, () =>
    concat([name, typeParametersDoc(typeParameters), rest]),
  );
}

function restDoc({ typeParameters, parameters, returns }: Signature): Group {
  const list = parametersDoc(parameters, parameterText, parameterLayout);
  if (returns === undefined) return list;
  const single = parameters.length === 1 && !areConstrained(typeParameters);
  return signatureDoc(list, single, ": ", returns);
}

function parameterText(parameter: Parameter): string {
  const { type, default: value } = parameter;
  const typed = parameterName(parameter) + (type === undefined ? "" : `: ${typeText(type)}`);
  return value === undefined ? typed : `${typed} = ${valueText(value)}`;
}

function parameterLayout(parameter: Parameter): Doc {
  const parts: Doc[] = [parameterName(parameter)];
  if (parameter.type !== undefined) parts.push(": ", typeDoc(parameter.type));
  if (parameter.default !== undefined) parts.push(" = ", valueDoc(parameter.default));
  return concat(parts);
}
