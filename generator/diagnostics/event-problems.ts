import { entry } from "./entry.ts";

/** What is wrong with the events of an API, or uncertain. */
export const eventProblems = {
  "events-page-without-tables": entry({
    severity: "error",
    message: () => "This page has no table that lists event types.",
    help: () =>
      "Name the page whose tables have rows such as `agent.created`, or list the types in the config (events.types).",
  }),
  "event-type-malformed": entry<{ type: string }>({
    severity: "warning",
    message: ({ type }) =>
      `"${type}" is no event type, because it is not an object and an action with a dot between them.`,
    help: () =>
      "Write it as `object.action`, for example `agent.created`. Until then, this row is left out.",
  }),
  "event-type-repeated": entry<{ type: string }>({
    severity: "warning",
    message: ({ type }) => `The event type "${type}" is listed a second time.`,
    help: () => "Remove one of the two rows; the first one counts.",
  }),
  "event-type-unlisted": entry<{ type: string; source: string }>({
    severity: "warning",
    message: ({ type, source }) =>
      `The document knows the event type "${type}", but ${source} does not list it.`,
    help: () => "Add it there. The SDK has the type, without a word on when it is sent.",
  }),
  "event-type-undocumented": entry<{ type: string; suggestion?: string | undefined }>({
    severity: "warning",
    message: ({ type }) =>
      `The event type "${type}" is not one of those that the document's enum allows.`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "Correct it, or add it to the enum. The SDK has the type."
        : `Did you mean "${suggestion}"?`,
  }),
  "event-envelope-guessed": entry<{ name: string }>({
    severity: "info",
    message: ({ name }) =>
      `The schema "${name}" looks like the one that carries events, so it is typed as their union.`,
    help: ({ name }) =>
      `Write \`events: { envelope: "${name}" }\` into the config to make it certain, or name another schema.`,
  }),
  "event-envelope-not-found": entry<{ name: string; suggestion?: string | undefined }>({
    severity: "error",
    exit: 2,
    message: ({ name }) =>
      `The config names "${name}" in \`events\`, but the document has no object schema of that name with a string for the type.`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "Name a schema under components/schemas."
        : `Did you mean "${suggestion}"?`,
  }),
  "events-without-type": entry({
    severity: "warning",
    message: () =>
      "The bodies of these webhooks do not say their type, so the SDK can not verify and dispatch deliveries by itself.",
    help: () =>
      "Give each body a property of its own constant value, or remove `events.signature` from the config.",
  }),
  "event-envelope-unknown": entry({
    severity: "info",
    message: () =>
      "No schema of the document looks like the one that carries events, so no operation gives them.",
    help: () => "Name it in the config (events.envelope), if there is one.",
  }),
};
