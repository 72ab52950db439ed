import type { EmitOptions } from "./emitter.ts";
import type { Module } from "./module.ts";
import type { ReferenceType, TypeNode } from "./print/index.ts";
import { runtimeType } from "./runtime-symbols.ts";
import { reference } from "./type-nodes.ts";

/** What a single call can be told: how often it is repeated only where something repeats it. */
export function callOptions(module: Module, options: EmitOptions): TypeNode {
  return offered(runtimeType("CallOptions", module), "retries", options);
}

/** What a whole client can be told. */
export function runtimeOptions(module: Module, options: EmitOptions): ReferenceType {
  return offered(reference(module.type("RuntimeOptions", "runtime/client")), "retry", options);
}

/** An option that nothing reads must not be offered. */
function offered(every: ReferenceType, retrying: string, { retry }: EmitOptions): ReferenceType {
  return retry ? every : reference("Omit", [every, { kind: "literal", value: retrying }]);
}
