import type { Api, EventCatalogue } from "../../model.ts";
import type { Parameter, Specifier, Statement, TypeNode, ValueNode } from "../print/index.ts";
import { keyword, reference } from "../type-nodes.ts";
import type { Scope } from "../types.ts";
import { call, identifier } from "../value-nodes.ts";
import { formatConstant } from "./format.ts";
import { groupsOf, patternType } from "./groups.ts";

/** Parsing and dispatching of the API's events; verifying and receiving them where they are signed. */
export function declareReceiver(
  api: Api,
  events: EventCatalogue,
  scope: Scope,
  importExtension: string,
): readonly Statement[] {
  const signed = events.signature !== undefined;
  return [
    ...(signed ? [verifyFunction(scope)] : []),
    ...(events.kind === "named" ? [parseNamedFunction(scope)] : parseFunctions(scope)),
    handlersType(events, scope),
    handleFunction(scope),
    ...EXPORTS.filter(([, part]) => signed || part === "always").map(([module, , values, types]) =>
      exportStatement(`./runtime/events/${module}${importExtension}`, values, types),
    ),
    formatConstant(api, events, scope),
  ];
}

const EXPORTS: readonly (readonly [
  module: string,
  part: "always" | "signed",
  values: readonly string[],
  types: readonly string[],
])[] = [
  [
    "handle",
    "always",
    [],
    [
      "EventContext",
      "EventDispatcher",
      "EventFailure",
      "EventHandler",
      "EventOutcome",
      "HandleOptions",
    ],
  ],
  ["parse-error", "always", ["EventParseError"], ["EventParseCode", "StoredObject"]],
  ["store", "always", ["memoryEventStore"], ["EventStore", "MemoryStoreOptions"]],
  ["delivery", "signed", [], ["WebhookDelivery", "WebhookHeaders"]],
  ["fetch-handler", "signed", ["toFetchHandler"], []],
  ["node-handler", "signed", ["toNodeHandler"], ["NodeRequest", "NodeResponse"]],
  ["receive", "signed", ["BodyTooLargeError"], ["ReceiveOptions", "ReceiveProblem"]],
  ["sign", "signed", ["signWebhook"], ["SignedWebhook", "SignOptions"]],
  ["signature", "signed", [], ["WebhookSecret"]],
  ["verification-error", "signed", ["WebhookVerificationError"], ["WebhookVerificationCode"]],
  ["verify", "signed", [], ["VerifyOptions"]],
];

function exportStatement(
  from: string,
  values: readonly string[],
  types: readonly string[],
): Statement {
  const specifiers: readonly Specifier[] = [
    ...values.map((name) => ({ name })),
    ...types.map((name) => ({ name, type: true })),
  ];
  return { kind: "export", from, specifiers };
}

function verifyFunction({ module, layout }: Scope): Statement {
  return {
    kind: "function",
    name: "verifyWebhook",
    exported: true,
    docs: {
      text: [
        "The event of a signed delivery, after checking that it is authentic and recent (https://www.standardwebhooks.com).",
        "Takes a fetch `Request`, or the headers and the body as it arrived. Throws a `WebhookVerificationError` whose `code` says what is wrong, or an `EventParseError` when the delivery is authentic but no event.",
      ].join("\n\n"),
    },
    parameters: [
      {
        name: "delivery",
        type: reference(module.type("WebhookDelivery", "runtime/events/delivery")),
      },
      { name: "options", type: reference(module.type("VerifyOptions", "runtime/events/verify")) },
    ],
    returns: reference("Promise", [reference(module.type(layout.events.union, "events"))]),
    body: [
      returned(
        module.value("verifyDelivery", "runtime/events/verify"),
        "format",
        "delivery",
        "options",
      ),
    ],
  };
}

function parseFunctions({ module, layout }: Scope): readonly Statement[] {
  const event = reference(module.type(layout.events.union, "events"));
  const input: Parameter = { name: "input", type: keyword("unknown") };
  const carriers =
    "raw JSON, or the message of a queue: Amazon SQS, SNS, Kinesis and EventBridge (Lambda's events too), Google Pub/Sub, Azure Service Bus, RabbitMQ, Hookdeck";
  const thrown = "Throws an `EventParseError` whose `code` says what it is instead.";
  return [
    parseFunction(
      "parseEvent",
      `The event in ${carriers}.\n\n${thrown}`,
      event,
      input,
      module.value("readEvent", PARSE),
    ),
    parseFunction(
      "parseEvents",
      `All events in a batch, in order: as \`parseEvent\`, for messages that hold several.\n\n${thrown}`,
      { kind: "array", element: event },
      input,
      module.value("readEvents", PARSE),
    ),
  ];
}

const PARSE = "runtime/events/parse";

function parseFunction(
  name: string,
  text: string,
  returns: TypeNode,
  input: Parameter,
  callee: string,
): Statement {
  return {
    kind: "function",
    name,
    exported: true,
    docs: { text },
    parameters: [input],
    returns,
    body: [returned(callee, "format", "input")],
  };
}

/** Bodies that do not say their type: the receiver does, by the URL or the header that it came with. */
function parseNamedFunction({ module, layout }: Scope): Statement {
  return {
    kind: "function",
    name: "parseEvent",
    exported: true,
    docs: {
      text: "The body of a webhook as an event. The body does not say its type, so the caller does.",
    },
    parameters: [
      { name: "type", type: keyword("string") },
      { name: "body", type: keyword("unknown") },
    ],
    returns: reference(module.type(layout.events.union, "events")),
    body: [returned(module.value("nameEvent", PARSE), "format", "type", "body")],
  };
}

function handlersType(events: EventCatalogue, { module, layout }: Scope): Statement {
  const names = layout.events;
  const group = groupsOf(events).length > 0 ? module.type(names.group, "events") : undefined;
  return {
    kind: "typeAlias",
    name: names.handlers,
    exported: true,
    docs: { text: "Handlers by type or by group, each for just those events." },
    type: reference(module.type("HandlersOf", "runtime/events/handle"), [
      reference(module.type(names.union, "events")),
      { kind: "literal", value: events.discriminator },
      patternType(module.type(names.type, "events"), group),
    ]),
  };
}

function handleFunction({ module, layout }: Scope): Statement {
  const event = reference(layout.events.union);
  const options = reference(module.type("HandleOptions", "runtime/events/handle"), [
    event,
    reference(layout.events.handlers),
  ]);
  return {
    kind: "function",
    name: "handleEvents",
    exported: true,
    docs: {
      text: "Makes one function of handlers. It takes an event, runs the handlers of its type and groups, and gives what became of it. An event that comes again reaches no handler.",
    },
    parameters: [{ name: "options", type: options }],
    returns: reference(module.type("EventDispatcher", "runtime/events/handle"), [event]),
    body: [returned(module.value("dispatchEvents", "runtime/events/handle"), "format", "options")],
  };
}

function returned(
  callee: string,
  ...names: readonly string[]
): { kind: "return"; value: ValueNode } {
  return { kind: "return", value: call(callee, names.map(identifier)) };
}
