import type { EventNames } from "../../layout/event-names.ts";
import type { EventCatalogue } from "../../model.ts";
import type { Statement, TypeNode, TypeParameter } from "../print/index.ts";
import { keyword, reference } from "../type-nodes.ts";
import type { Scope } from "../types.ts";
import { access, call, identifier, texts } from "../value-nodes.ts";

/** The types at run time and as a type, their groups, and how to ask an event for them. */
export function declareGroups(events: EventCatalogue, scope: Scope): readonly Statement[] {
  const names = scope.layout.events;
  const groups = groupsOf(events);
  const pattern = patternType(names.type, groups.length > 0 ? names.group : undefined);
  const parameter: TypeParameter = { name: "Type", constraint: pattern };
  return [
    typesConstant(events, names),
    typeOfEvents(names),
    ...(groups.length === 0 ? [] : [groupType(names, groups)]),
    eventsOfType(events, scope, parameter, groups),
    isOfTypeFunction(events, scope, parameter),
  ];
}

function typesConstant({ types }: EventCatalogue, names: EventNames): Statement {
  return {
    kind: "constant",
    name: names.types,
    exported: true,
    docs: { text: "The types of all events that this SDK knows." },
    value: texts(types.map(({ type }) => type)),
    asConst: true,
  };
}

function typeOfEvents(names: EventNames): Statement {
  return {
    kind: "typeAlias",
    name: names.type,
    exported: true,
    docs: { text: "The type of an event that this SDK knows." },
    type: reference(`(typeof ${names.types})[number]`),
  };
}

function groupType(names: EventNames, groups: readonly string[]): Statement {
  return {
    kind: "typeAlias",
    name: names.group,
    exported: true,
    docs: { text: "All types of one object, or all types of one action." },
    type: { kind: "union", members: groups.map((value) => ({ kind: "literal", value })) },
  };
}

function eventsOfType(
  events: EventCatalogue,
  { module, layout: { events: names } }: Scope,
  parameter: TypeParameter,
  groups: readonly string[],
): Statement {
  return {
    kind: "typeAlias",
    name: names.of,
    exported: true,
    docs: { text: ofDocs(events, names.of, groups) },
    typeParameters: [parameter],
    type: reference(module.type("EventOf", "runtime/events/groups"), [
      reference(names.union),
      { kind: "literal", value: events.discriminator },
      reference(parameter.name),
    ]),
  };
}

function isOfTypeFunction(
  { discriminator }: EventCatalogue,
  { module, layout: { events: names } }: Scope,
  parameter: TypeParameter,
): Statement {
  const type = reference(parameter.name);
  const answer = call(module.value("isOfType", "runtime/events/groups"), [
    identifier(names.types),
    access("event", discriminator),
    identifier("type"),
  ]);
  return {
    kind: "function",
    name: names.is,
    exported: true,
    docs: { text: "Whether an event is of a type, or belongs to a group of types." },
    typeParameters: [parameter],
    parameters: [
      { name: "event", type: reference(names.union) },
      { name: "type", type },
    ],
    returns: reference(`event is ${names.of}`, [type]),
    body: [{ kind: "return", value: answer }],
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
