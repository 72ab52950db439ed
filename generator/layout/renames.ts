import type { Diagnostics, Place } from "../diagnostics.ts";
import type { Api, DeclarationId } from "../model.ts";
import { functionNameOf, hasWords, typeNameOf } from "../names.ts";
import type { Layout } from "./layout.ts";

/**
 * Says which names are not what their authors would expect: because another thing has the name, or the runtime does,
 * or because the lock keeps an older one. Diagnostics: `duplicate-operation-id`, `renamed`, `name-kept`.
 */
export function reportRenames(
  api: Api,
  layout: Layout,
  placeOf: (id: DeclarationId) => Place | undefined,
  diagnostics: Diagnostics,
): void {
  const ids = new Set<string>();
  const repeated = new Set(
    api.operations.flatMap(({ operationId }) => {
      if (operationId === undefined || !ids.has(operationId)) {
        if (operationId !== undefined) ids.add(operationId);
        return [];
      }
      return [operationId];
    }),
  );
  for (const { id, operationId } of api.operations) {
    const name = layout.operation(id).function;
    if (operationId === undefined || !hasWords(operationId)) continue;
    if (name === functionNameOf(operationId)) continue;
    if (!layout.table.isTaken(functionNameOf(operationId))) {
      diagnostics.report("name-kept", placeOf(id), { from: operationId, to: name });
    } else if (repeated.has(operationId)) {
      diagnostics.report("duplicate-operation-id", placeOf(id), { id: operationId, name });
    } else {
      diagnostics.report("renamed", placeOf(id), { from: operationId, to: name });
    }
  }
  for (const { id, name } of api.declarations) {
    const to = layout.typeName(id, "response");
    if (to === typeNameOf(name)) continue;
    const code = layout.table.isTaken(typeNameOf(name)) ? "renamed" : "name-kept";
    diagnostics.report(code, placeOf(id), { from: name, to });
  }
}
