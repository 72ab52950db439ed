import type { Api, Declaration, DeclarationId, Property, Schema } from "../../model.ts";

/** Looks declarations up by their place in the document. */
export class Declarations {
  readonly #byId: ReadonlyMap<DeclarationId, Declaration>;

  constructor(api: Api) {
    this.#byId = new Map(api.declarations.map((declaration) => [declaration.id, declaration]));
  }

  get(id: DeclarationId): Declaration | undefined {
    return this.#byId.get(id);
  }

  /** What a reference stands for, however many steps away. */
  resolve(schema: Schema, depth = 0): Schema {
    if (schema.kind !== "reference" || depth > 16) return schema;
    const target = this.#byId.get(schema.target);
    return target === undefined ? schema : this.resolve(target.schema, depth + 1);
  }

  /** All members of an object, inherited ones first; nothing for any other schema. */
  members(schema: Schema, depth = 0): readonly Property[] {
    const meant = this.resolve(schema);
    if (depth > 16) return [];
    if (meant.kind === "intersection") {
      return meant.members.flatMap((member) => this.members(member, depth + 1));
    }
    if (meant.kind !== "object") return [];
    const inherited = meant.extends.flatMap((parent) => this.members(parent, depth + 1));
    return [...inherited, ...meant.properties];
  }
}

/** The first of `names` that a property has, among those that pass. */
export function findMember(
  members: readonly Property[],
  names: readonly string[],
  passes: (property: Property) => boolean = () => true,
): Property | undefined {
  return names.flatMap((name) => members.filter((one) => one.name === name && passes(one)))[0];
}

/** Names that APIs give to the parts of an event, the usual ones first. */
export const TYPE_NAMES = ["type", "event_type", "eventType", "event", "topic", "kind", "name"];
export const PAYLOAD_NAMES = ["data", "payload", "resource", "body"];
export const IDENTITY_NAMES = ["id", "event_id", "eventId"];
export const TIME_NAMES = [
  "created_at",
  "createdAt",
  "created",
  "timestamp",
  "occurred_at",
  "occurredAt",
  "time",
];

const isText = ({ schema }: Property): boolean => schema.kind === "string";
const isTime = ({ schema }: Property): boolean => ["string", "number"].includes(schema.kind);

/** Which members say who an event is and when it happened, and what it is about. */
export function rolesOf(members: readonly Property[]): {
  identity: string | undefined;
  time: string | undefined;
} {
  const certain = members.filter(({ required }) => required);
  return {
    identity: findMember(certain, IDENTITY_NAMES, isText)?.name,
    time: findMember(certain, TIME_NAMES, isTime)?.name,
  };
}
