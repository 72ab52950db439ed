import type { Diagnostics } from "../diagnostics.ts";
import { addTo } from "../group-by.ts";
import type { Direction, Parameter, Response } from "../model.ts";
import type { Config } from "../options.ts";
import type { Source } from "../source.ts";
import type { Node } from "../spec/node.ts";
import type { Spec } from "../spec/spec.ts";
import type { JsonType, TypesOf } from "./algebra/json-type.ts";
import type { Families } from "./declarations/families.ts";
import type { Registry } from "./declarations/registry.ts";

/** What every part of lowering shares. */
export interface Context {
  readonly spec: Spec;
  readonly diagnostics: Diagnostics;
  readonly registry: Registry;
  /** Which JSON types the values of a lowered schema may have. */
  readonly typesOf: TypesOf;
  /** The same of a schema in the document. */
  readonly typesOfNode: (node: Node) => ReadonlySet<JsonType>;
  /** Whether answers may hold values that the document does not list. */
  readonly openEnums: boolean;
  readonly rewrites: Rewrites;
  /** What the configuration knows of the API that the document does not say. */
  readonly facts: Facts;
  /** The configuration itself, for the places of what is wrong with it. */
  readonly configSource: Source | undefined;
  /** Schemas that are lowered in the place of a reference to them now, by value; a cycle ends with the reference. */
  readonly inPlace: Set<unknown>;
  readonly families: Families;
  /** Parameters and answers that were read already: operations share most of them by `$ref`. */
  readonly parameters: Memo<Parameter | undefined>;
  readonly answers: Memo<Answer>;
}

/** An answer without the status that it is for. */
export type Answer = Omit<Response, "status" | "range">;

/** What was made of values of the document, by their identity. */
export class Memo<Made> {
  readonly #made = new Map<unknown, Made>();

  get(value: unknown, make: () => Made): Made {
    const known = this.#made.get(value);
    if (known !== undefined || this.#made.has(value)) return known as Made;
    const made = make();
    this.#made.set(value, made);
    return made;
  }
}

/** The parts of the configuration that add to a document. */
export type Facts = Pick<Config, "idempotencyKey" | "pagination">;

/** How the value of a schema is used where it is lowered. */
export interface Use {
  readonly direction: Direction;
  /** `form`: its members are parts; `part`: `format: binary` means bytes; `parameter`: serialised by the runtime. */
  readonly as: "json" | "form" | "part" | "parameter";
  /** An `unevaluatedProperties: false` around it: an object of this schema is not open. */
  readonly sealed?: true;
}

/** Where a recognised dialect's words were read by their meaning, for the report. */
export class Rewrites {
  readonly #places = new Map<string, Node[]>();

  add(rule: string, node: Node): void {
    addTo(this.#places, rule, node);
  }

  /** Rules in the order of their first use, each with its places. */
  entries(): readonly (readonly [rule: string, places: readonly Node[]])[] {
    return [...this.#places];
  }
}
