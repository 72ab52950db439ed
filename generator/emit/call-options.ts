import type { EmitOptions } from "./emitter.ts";
import type { Module } from "./module.ts";
import type { TypeNode } from "./print/index.ts";
import { reference } from "./types.ts";

/** What a single call can be told: how often it is repeated only where something repeats it. */
export function callOptions(module: Module, { retry }: Pick<EmitOptions, "retry">): TypeNode {
  const every = reference(module.type("CallOptions", "runtime/call"));
  return retry ? every : reference("Omit", [every, { kind: "literal", value: "retries" }]);
}
