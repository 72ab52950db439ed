import type { Operation, Parameter, Schema } from "../../model.ts";
import type { Context } from "../context.ts";
import { surest, type Words } from "./pagination-words.ts";

/** What goes into the query by a name of its own. */
export type Field = Pick<Parameter, "name" | "schema" | "docs">;

/** The parameters of the query. */
export function queryFields({ parameters }: Operation): readonly Field[] {
  return parameters.filter((parameter) => parameter.in === "query");
}

/** The query parameter with the surest of these names. */
export function queryOf(
  { parameters }: Operation,
  words: Words,
  test: (field: Field) => boolean = () => true,
): Field | undefined {
  const isWanted = (parameter: Parameter): boolean => parameter.in === "query" && test(parameter);
  return surest(parameters, words, ({ name }) => name, isWanted);
}

export function fieldOf(
  fields: readonly Field[],
  words: Words,
  test?: (field: Field) => boolean,
): Field | undefined {
  return surest(fields, words, ({ name }) => name, test);
}

export function isNumeric({ schema }: Field): boolean {
  return isNumber(schema);
}

function isNumber(schema: Schema): boolean {
  return schema.kind === "number" || (schema.kind === "union" && schema.members.some(isNumber));
}

export function isText(context: Context, schema: Schema): boolean {
  const types = context.typesOf(schema);
  return types.has("string") && !types.has("number");
}
