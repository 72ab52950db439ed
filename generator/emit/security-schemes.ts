import type { Api, SecurityRequirement, SecurityScheme } from "../model.ts";
import type { ArrayValue } from "./print/index.ts";
import { texts } from "./value-nodes.ts";

/** The schemes for which a client takes a credential. */
export function usableSchemes({ securitySchemes }: Api): readonly SecurityScheme[] {
  return securitySchemes.filter(({ kind }) => kind !== "unsupported");
}

/** Alternatives of schemes that a client can meet; one that needs an unsupported scheme is left out. */
export function usableRequirements(
  api: Api,
  requirements: readonly SecurityRequirement[],
): readonly SecurityRequirement[] {
  const supported = new Set(usableSchemes(api).map(({ name }) => name));
  return requirements.filter((requirement) =>
    requirement.every(({ scheme }) => supported.has(scheme)),
  );
}

/** The alternatives as the runtime reads them. */
export function securityValue(api: Api, requirements: readonly SecurityRequirement[]): ArrayValue {
  return {
    kind: "array",
    elements: usableRequirements(api, requirements).map((requirement) =>
      texts(requirement.map(({ scheme }) => scheme)),
    ),
  };
}
