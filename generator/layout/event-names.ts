import type { Api, DeclarationId, EventCatalogue } from "../model.ts";
import { isUsable, pascalCase, spelledOut, withEnding } from "../names.ts";
import { apiSubject } from "./api-subject.ts";
import { claimOne } from "./claims.ts";
import type { NameTable } from "./name-table.ts";

/** The names of everything that is declared for events. */
export interface EventNames {
  /** `DeckEvent`: all events. */
  readonly union: string;
  /** `DeckEventType`: the name of a type. */
  readonly type: string;
  /** `DeckEventGroup`: `"task_run.*"` and the like. */
  readonly group: string;
  /** `DeckEventOf<"credential.verified">` */
  readonly of: string;
  /** `DeckEventHandlers` */
  readonly handlers: string;
  /** `UnrecognizedDeckEvent`: one of a type that the SDK does not know. */
  readonly unrecognized: string;
  /** `deckEventTypes` */
  readonly types: string;
  /** `isEvent` */
  readonly is: string;
  /** The interface of an event type or of a payload, by its id. */
  interfaceName(id: DeclarationId): string;
}

/** Names the events of an API after it, and each after its type: `CredentialVerifiedEvent`. */
export function nameEvents(table: NameTable, api: Api): EventNames {
  const { events } = api;
  const union = unionName(table, api);
  const own = (key: string, name: string, fallback: string): string =>
    events === undefined ? name : claimOne(table, "events", key, name, fallback);
  const interfaces =
    events === undefined ? new Map<string, string>() : nameInterfaces(table, events);
  return {
    union,
    type: own("type", `${union}Type`, `${union}TypeName`),
    group: own("group", `${union}Group`, `${union}TypeGroup`),
    of: own("of", `${union}Of`, `${union}OfType`),
    handlers: own("handlers", `${union}Handlers`, `${union}TypeHandlers`),
    unrecognized: own("unrecognized", `Unrecognized${union}`, `Unknown${union}`),
    types: own("types", `${lowerFirst(union)}Types`, `${lowerFirst(union)}TypeNames`),
    is: own("is", "isEvent", `is${union}`),
    interfaceName: (id) => interfaces.get(id) ?? union,
  };
}

/** What the config says, else the API's title: "Deck API" -> `DeckEvent`. */
function unionName(table: NameTable, { title, events }: Api): string {
  const wanted = events?.name !== undefined && isUsable(events.name) ? events.name : undefined;
  const name = wanted ?? `${apiSubject(title)}Event`;
  return events === undefined ? name : claimOne(table, "events", "union", name, `Any${name}`);
}

function nameInterfaces(
  table: NameTable,
  { types, payloads }: EventCatalogue,
): ReadonlyMap<DeclarationId, string> {
  const named = types.map(({ id, type }) => ({
    key: id,
    name: withEnding(pascalCase(type), "Event"),
    own: false,
    fallback: () => `${spelledOut(type)}Event`,
  }));
  const held = payloads.map(({ id, object }) => ({
    key: id,
    name: `${pascalCase(object)}EventData`,
    own: false,
    fallback: () => `${spelledOut(object)}EventPayload`,
  }));
  table.claim("events", named);
  return table.claim("events", held);
}

/** `DeckEvent` -> `deckEvent`, `OpenAIEvent` -> `openAIEvent`. */
function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
