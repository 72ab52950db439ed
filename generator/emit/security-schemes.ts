import type { Api, SecurityRequirement, SecurityScheme } from "../model.ts";
import type { ArrayValue } from "./print/index.ts";
import { texts } from "./value-nodes.ts";

/** The schemes for which a client takes a credential. */
export function usableSchemes({ securitySchemes }: Api): readonly SecurityScheme[] {
  return securitySchemes.filter(({ kind }) => kind !== "unsupported");
}

/** Alternatives of schemes that the runtime can apply; one that needs an unsupported scheme is left out. */
export function securityValue(api: Api, requirements: readonly SecurityRequirement[]): ArrayValue {
  const supported = new Set(usableSchemes(api).map(({ name }) => name));
  const usable = requirements.filter((requirement) =>
    requirement.every(({ scheme }) => supported.has(scheme)),
  );
  return {
    kind: "array",
    elements: usable.map((requirement) => texts(requirement.map(({ scheme }) => scheme))),
  };
}
