import type { Api, SecurityScheme } from "../model.ts";

/** The schemes for which a client takes a credential. */
export function usableSchemes({ securitySchemes }: Api): readonly SecurityScheme[] {
  return securitySchemes.filter(({ kind }) => kind !== "unsupported");
}
