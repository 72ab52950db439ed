import type { Api, EventCatalogue, Property, Schema } from "../../model.ts";
import type { KeyedMember, Statement, ValueNode } from "../print/index.ts";
import { reference } from "../type-nodes.ts";
import type { Scope } from "../types.ts";
import { identifier, member, text, texts } from "../value-nodes.ts";
import { resolve } from "./resolve.ts";

/** What the runtime has to know of the events: `const format: EventFormat<DeckEvent> = { ... }`. */
export function formatConstant(
  api: Api,
  events: EventCatalogue,
  { module, layout }: Scope,
): Statement {
  const { discriminator, identity, time, payload, members, payloads } = events;
  const types = identifier(module.value(layout.events.types, "events"));
  return {
    kind: "constant",
    name: "format",
    type: reference(module.type("EventFormat", "runtime/events/format"), [
      reference(module.type(layout.events.union, "events")),
    ]),
    value: {
      kind: "object",
      members: [
        ...textMember("type", discriminator),
        ...textMember("id", identity),
        ...textMember("time", time),
        ...textMember("payload", payload),
        member("members", {
          kind: "array",
          elements: certain(members).map((one) => memberKind(api, one)),
        }),
        member("types", types),
        ...(payload !== undefined && payloads.length > 0 ? [member("objects", types)] : []),
      ],
    },
  };
}

function certain(members: readonly Property[]): readonly Property[] {
  return members.filter(({ required }) => required);
}

/** `["created_at", "string"]`; a member that may be of several kinds is only asked to be there. */
function memberKind(api: Api, { name, schema }: Property): ValueNode {
  return texts([name, kindOf(resolve(api, schema))]);
}

function kindOf(schema: Schema): string {
  switch (schema.kind) {
    case "string":
    case "number":
    case "boolean":
    case "object":
      return schema.kind;
    case "literal":
      return typeof schema.value;
    case "enum":
      return schema.values.every((value) => typeof value === "string") ? "string" : "any";
    default:
      return "any";
  }
}

function textMember(key: string, value: string | undefined): readonly KeyedMember[] {
  return value === undefined ? [] : [member(key, text(value))];
}
