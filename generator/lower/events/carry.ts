import type {
  Api,
  EventCatalogue,
  Operation,
  Parameter,
  Response,
  Schema,
  Webhook,
} from "../../model.ts";
import { referencesIn } from "../../references.ts";
import { mapSchema } from "../algebra/traverse.ts";

/** Types what carries events as the union of them, and filters by type as the names of their types. */
export function carryEvents(api: Api, { envelope, discriminator }: EventCatalogue): Api {
  if (envelope === undefined) return api;
  const carry = (schema: Schema): Schema =>
    mapSchema(schema, (part) => (isEnvelope(part, envelope) ? { kind: "anyEvent" } : part));
  const operations = api.operations.map((one) =>
    carryInOperation(one, carry, envelope, discriminator),
  );
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  return {
    ...api,
    operations,
    resources: api.resources.map((resource) => ({
      ...resource,
      operations: resource.operations.map((operation) => byId.get(operation.id) ?? operation),
    })),
    webhooks: api.webhooks.map((webhook): Webhook => ({
      ...webhook,
      operation: carryInOperation(webhook.operation, carry, envelope, discriminator),
    })),
    declarations: api.declarations.map((declaration) =>
      declaration.id === envelope
        ? declaration
        : { ...declaration, schema: carry(declaration.schema) },
    ),
  };
}

function isEnvelope(schema: Schema, envelope: string): boolean {
  return (
    schema.kind === "reference" && schema.target === envelope && schema.direction === "response"
  );
}

function carryInOperation(
  operation: Operation,
  carry: (schema: Schema) => Schema,
  envelope: string,
  discriminator: string,
): Operation {
  const { pagination } = operation;
  const filters = pagination !== undefined && mentions(pagination.item, envelope);
  return {
    ...operation,
    parameters: filters
      ? operation.parameters.map((one) => filterByType(one, discriminator))
      : operation.parameters,
    responses: operation.responses.map((response): Response => ({
      ...response,
      contents: response.contents.map((content) => ({ ...content, schema: carry(content.schema) })),
    })),
    pagination: pagination && { ...pagination, item: carry(pagination.item) },
  };
}

function mentions(item: Schema, envelope: string): boolean {
  return referencesIn(item).some(({ target }) => target === envelope);
}

/** `type`, `types` and `event_type` of a list of events, as far as they are plain strings. */
function filterByType(parameter: Parameter, discriminator: string): Parameter {
  const names = [
    discriminator,
    `${discriminator}s`,
    "event_type",
    "event_types",
    "eventType",
    "eventTypes",
  ];
  if (parameter.in !== "query" || !names.includes(parameter.name)) return parameter;
  const schema = mapSchema(parameter.schema, (part) =>
    part.kind === "string" ? { kind: "eventType" } : part,
  );
  return { ...parameter, schema };
}
