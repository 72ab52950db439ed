import type { EventCatalogue } from "../../model.ts";
import type { Statement, TypeNode } from "../print/index.ts";
import { keyword, reference } from "../type-nodes.ts";
import type { Scope } from "../types.ts";
import { access, call, identifier, texts } from "../value-nodes.ts";

/** The types at run time and as a type, their groups, and how to ask an event for them. */
export function declareGroups(
  events: EventCatalogue,
  { module, layout }: Scope,
): readonly Statement[] {
  const names = layout.events;
  const groups = groupsOf(events);
  const pattern = patternType(names.type, groups.length > 0 ? names.group : undefined);
  const parameter = { name: "Type", constraint: pattern };
  return [
    {
      kind: "constant",
      name: names.types,
      exported: true,
      docs: { text: "The types of all events that this SDK knows." },
      value: texts(events.types.map(({ type }) => type)),
      asConst: true,
    },
    {
      kind: "typeAlias",
      name: names.type,
      exported: true,
      docs: { text: "The type of an event that this SDK knows." },
      type: reference(`(typeof ${names.types})[number]`),
    },
    ...(groups.length === 0 ? [] : [declareGroup(names.group, groups)]),
    {
      kind: "typeAlias",
      name: names.of,
      exported: true,
      docs: { text: ofDocs(events, names.of, groups) },
      typeParameters: [parameter],
      type: reference(module.type("EventOf", "runtime/events/groups"), [
        reference(names.union),
        { kind: "literal", value: events.discriminator },
        reference("Type"),
      ]),
    },
    {
      kind: "function",
      name: names.is,
      exported: true,
      docs: { text: "Whether an event is of a type, or belongs to a group of types." },
      typeParameters: [parameter],
      parameters: [
        { name: "event", type: reference(names.union) },
        { name: "type", type: reference("Type") },
      ],
      returns: reference(`event is ${names.of}`, [reference("Type")]),
      body: [
        {
          kind: "return",
          value: call(module.value("isOfType", "runtime/events/groups"), [
            identifier(names.types),
            access("event", events.discriminator),
            identifier("type"),
          ]),
        },
      ],
    },
  ];
}

function declareGroup(name: string, groups: readonly string[]): Statement {
  return {
    kind: "typeAlias",
    name,
    exported: true,
    docs: { text: "All types of one object, or all types of one action." },
    type: { kind: "union", members: groups.map((value) => ({ kind: "literal", value })) },
  };
}

function ofDocs(events: EventCatalogue, name: string, groups: readonly string[]): string {
  const examples = [events.types[0]?.type, groups[0]].filter((one) => one !== undefined);
  const spans = examples.map((example) => `\`${name}<${JSON.stringify(example)}>\``);
  return `The events of a type or of a group: ${spans.join(", ")}.`;
}

/** What a handler or a question may name: a type, or a group where there are any. */
export function patternType(type: string, group: string | undefined): TypeNode {
  const members = [reference(type), ...(group === undefined ? [] : [reference(group)])];
  return members.length === 0 ? keyword("string") : { kind: "union", members };
}

/** Objects in the order of their types, then actions that several objects share, each once. */
export function groupsOf({ types }: EventCatalogue): readonly string[] {
  const dotted = types.flatMap(({ object, action }) =>
    action === undefined ? [] : [{ object, action }],
  );
  const objects = new Set(dotted.map(({ object }) => `${object}.*`));
  const actions = new Set(dotted.map(({ action }) => `*.${action}`));
  return [...objects, ...actions];
}
