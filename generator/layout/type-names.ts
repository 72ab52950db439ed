import type { Declaration, DeclarationId } from "../model.ts";
import { pascalCase, spelledOut, typeNameOf } from "../names.ts";
import { claimEndings, found } from "./claims.ts";
import type { Claim, NameTable } from "./name-table.ts";

/** Names that are an author's own and usable come first, whole; the others are made of their words. */
export function nameTypes(
  table: NameTable,
  declarations: readonly Declaration[],
): ReadonlyMap<DeclarationId, string> {
  const claims = declarations.map(({ id, name }) => claimType(id, name));
  const own = claims.filter((claim) => claim.own);
  const made = claims.filter((claim) => !claim.own);
  table.claim("types", own);
  return table.claim("types", made);
}

function claimType(id: DeclarationId, raw: string): Claim {
  const name = typeNameOf(raw);
  return { key: id, name, own: name === raw, fallback: () => otherTypeName(raw, name) };
}

function otherTypeName(raw: string, name: string): string {
  const spelled = spelledOut(raw);
  return spelled === name ? `${pascalCase(raw)}Model` : spelled;
}

/** `PetInput`, where what is sent is not what arrives. */
export function nameInputs(
  table: NameTable,
  declarations: readonly Declaration[],
  types: ReadonlyMap<DeclarationId, string>,
): ReadonlyMap<DeclarationId, string> {
  const both = declarations.filter(({ requestSchema }) => requestSchema !== undefined);
  const ids = both.map(({ id }) => id);
  const nameOf = (id: DeclarationId): string => found(types.get(id), id);
  return claimEndings(table, "requestTypes", ids, nameOf, ["Input", "RequestInput"]);
}
