import type { Diagnostics, Place } from "../diagnostics.ts";
import type { Api, DeclarationId } from "../model.ts";
import { hasWords } from "../names.ts";
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
  const { table } = layout;
  const repeated = repeatedIds(api);
  for (const { id, operationId } of api.operations) {
    const missed = table.missed("functions", id);
    if (missed === undefined || operationId === undefined || !hasWords(operationId)) continue;
    const name = layout.operation(id).function;
    if (!table.isTaken(missed)) {
      diagnostics.report("name-kept", placeOf(id), { from: operationId, to: name });
    } else if (repeated.has(operationId)) {
      diagnostics.report("duplicate-operation-id", placeOf(id), { id: operationId, name });
    } else {
      diagnostics.report("renamed", placeOf(id), { from: operationId, to: name });
    }
  }
  for (const { id, name } of api.declarations) {
    const missed = table.missed("types", id);
    if (missed === undefined) continue;
    const to = layout.typeName(id, "response");
    diagnostics.report(table.isTaken(missed) ? "renamed" : "name-kept", placeOf(id), {
      from: name,
      to,
    });
  }
}

function repeatedIds({ operations }: Api): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { operationId } of operations)
    if (operationId !== undefined) (seen.has(operationId) ? repeated : seen).add(operationId);
  return repeated;
}
