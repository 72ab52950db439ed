import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";
import { viewOf } from "../read/schema-view.ts";
import type { WireParameter } from "../read/wire.ts";
import type { OperationPair } from "./operation-pair.ts";

/**
 * True where a parameter is written in another way. Between Swagger 2.0 and later versions the words for styles differ,
 * so nothing is said. One value is written the same whether exploded or not (RFC 6570, section 2.4.2), and
 * `collectionFormat` is about lists.
 */
export function isWrittenOtherwise(
  { comparison }: OperationPair,
  old: WireParameter,
  newer: WireParameter,
): boolean {
  const [was, is] = [comparison.old.spec, comparison.new.spec];
  if (old.in !== newer.in || (was.version === "2.0") !== (is.version === "2.0")) return false;
  if (!isOneValue(was, old.schema) && !isOneValue(is, newer.schema))
    return old.style !== newer.style;
  return is.version !== "2.0" && unexploded(old) !== unexploded(newer);
}

function unexploded({ style }: WireParameter): string {
  return style.replace(", exploded", "");
}

/** True where neither a list nor an object fits. */
function isOneValue(spec: Spec, schema: Node | undefined): boolean {
  const view = schema && viewOf(spec, [schema]);
  if (view === undefined) return false;
  const { types, union } = view;
  if (types !== undefined) return !types.has("array") && !types.has("object");
  return union?.members.every((member) => isOneValue(spec, member)) === true;
}
