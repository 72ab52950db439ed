import { fail } from "../../diagnostics.ts";
import type { Source } from "../../source.ts";

/** An action of an overlay (OpenAPI Overlay 1.1, section 4.4.3), its kind decided. */
export interface Action {
  readonly kind: "update" | "remove" | "copy";
  /** A JSONPath expression. */
  readonly target: string;
  /** `update`: the value to merge. */
  readonly update: unknown;
  /** `copy`: a JSONPath expression. */
  readonly copy: string;
  /** Whether it is as well when nothing matches: `x-deckhand-may-match-nothing`. */
  readonly mayMatchNothing: boolean;
  /** In the overlay. */
  readonly pointer: string;
}

export interface Overlay {
  /** The document that it says it is for, as written and made absolute; undefined where it does not say. */
  readonly extends: { readonly text: string; readonly url: URL } | undefined;
  /** In order. */
  readonly actions: readonly Action[];
}

/** Reads an overlay document. Diagnostic: `overlay-invalid`. */
export function readOverlay(source: Source): Overlay {
  const { overlay, actions, extends: target } = record(source, "", source.value);
  if (!/^1\.[01](?:\.\d+)?$/.test(String(overlay)))
    refuse(source, "/overlay", "`overlay` at its top must be 1.0.0 or 1.1.0");
  if (!Array.isArray(actions) || actions.length === 0)
    return refuse(source, "/actions", "`actions` must be a list of at least one action");
  const read = actions.map((action: unknown, index) =>
    readAction(source, `/actions/${index}`, action),
  );
  const copying = read.find(({ kind }) => kind === "copy");
  if (copying !== undefined && String(overlay).startsWith("1.0"))
    refuse(source, copying.pointer, "`copy` is new in `overlay: 1.1.0`, and its top has another");
  return { extends: readExtends(source, target), actions: read };
}

function readExtends(source: Source, target: unknown): Overlay["extends"] {
  if (target === undefined) return undefined;
  if (typeof target === "string" && URL.canParse(target, source.url))
    return { text: target, url: new URL(target, source.url) };
  return refuse(source, "/extends", "`extends` must be the address of a document");
}

function readAction(source: Source, pointer: string, value: unknown): Action {
  const action = record(source, pointer, value);
  const { target, update, copy, remove } = action;
  if (typeof target !== "string")
    return refuse(source, pointer, "an action must have a `target`, a JSONPath expression");
  if (copy !== undefined && typeof copy !== "string")
    return refuse(source, `${pointer}/copy`, "`copy` must be a JSONPath expression");
  const kind = kindOf(action);
  if (kind === undefined)
    return refuse(
      source,
      pointer,
      "an action must have one of `update`, `remove: true` and `copy`",
    );
  if (remove !== undefined && typeof remove !== "boolean")
    return refuse(source, `${pointer}/remove`, "`remove` must be true or false");
  const mayMatchNothing = action["x-deckhand-may-match-nothing"] === true;
  return { kind, target, update, copy: copy ?? "", mayMatchNothing, pointer };
}

/** `update` and `copy` mean nothing beside `remove`, nor beside each other (section 4.4.3.1). */
function kindOf({
  update,
  remove,
  copy,
}: Readonly<Record<string, unknown>>): Action["kind"] | undefined {
  if (remove === true) return "remove";
  if (update !== undefined) return copy === undefined ? "update" : undefined;
  return copy === undefined ? undefined : "copy";
}

function record(
  source: Source,
  pointer: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuse(
      source,
      pointer,
      pointer === "" ? "it must be an object" : "an action must be an object",
    );
  return value as Readonly<Record<string, unknown>>;
}

function refuse(source: Source, pointer: string, problem: string): never {
  return fail("overlay-invalid", { source, pointer }, { problem });
}
