/**
 * An OpenAPI document in the proportions of large public ones: shared parameters and errors, nullable and enumerated
 * members, unions by tag, inheritance, lists in pages. Each resource has five operations and four schemas.
 */
export function syntheticDocument(resources: number): unknown {
  const numbers = Array.from({ length: resources }, (_, index) => index);
  return {
    openapi: "3.1.0",
    info: { title: "Synthetic API", version: "1.0.0" },
    servers: [{ url: "https://api.example.com" }],
    security: [{ token: [] }],
    paths: Object.assign({}, ...numbers.map(pathsOf)) as unknown,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      parameters: {
        page: parameter("page", "query", { type: "integer" }),
        limit: parameter("limit", "query", { type: "integer", maximum: 100 }),
      },
      responses: Object.fromEntries([400, 401, 404].map((status) => [`e${status}`, failure])),
      schemas: { Problem: problem, ...(Object.assign({}, ...numbers.map(schemasOf)) as object) },
    },
  };
}

const prose =
  "Filter results by the time they were last updated. This is a timestamp in ISO 8601 format, and `null` means never.";

const problem = {
  type: "object",
  required: ["message"],
  properties: { message: { type: "string" }, code: { type: "string", enum: ["a", "b", "c"] } },
};

const failure = { description: "It failed.", ...json(reference("Problem")) };

function pathsOf(index: number): unknown {
  const id = parameter("id", "path", { type: "string" });
  const one = reference(`Thing${index}`);
  return {
    [`/things-${index}`]: {
      get: operation(index, "list", {
        parameters: [
          { $ref: "#/components/parameters/page" },
          { $ref: "#/components/parameters/limit" },
        ],
        answer: { type: "object", properties: { data: { type: "array", items: one } } },
      }),
      post: operation(index, "create", { body: reference(`NewThing${index}`), answer: one }),
    },
    [`/things-${index}/{id}`]: {
      parameters: [id],
      get: operation(index, "get", { answer: one }),
      patch: operation(index, "update", { body: reference(`NewThing${index}`), answer: one }),
      delete: operation(index, "delete", { answer: { type: "null" } }),
    },
  };
}

interface OperationParts {
  readonly parameters?: readonly unknown[];
  readonly body?: unknown;
  readonly answer: unknown;
}

function operation(index: number, verb: string, parts: OperationParts): unknown {
  return {
    operationId: `${verb}-thing-${index}`,
    tags: [`things ${index}`],
    summary: `${verb} thing ${index}`,
    description: `${prose}\n\n- one\n- two\n\n${prose}`,
    parameters: parts.parameters ?? [],
    ...(parts.body === undefined ? {} : { requestBody: { required: true, ...json(parts.body) } }),
    responses: {
      200: { description: "It went well.", ...json(parts.answer) },
      ...Object.fromEntries(
        [400, 401, 404].map((status) => [status, { $ref: `#/components/responses/e${status}` }]),
      ),
    },
  };
}

function schemasOf(index: number): unknown {
  return {
    [`Thing${index}`]: {
      allOf: [
        reference(`NewThing${index}`),
        { type: "object", required: ["id"], properties: { id: { type: "string" } } },
      ],
    },
    [`NewThing${index}`]: {
      type: "object",
      description: prose,
      required: ["name"],
      properties: {
        name: { type: "string", description: prose },
        created_at: { type: ["string", "null"], format: "date-time" },
        state: { type: "string", enum: ["open", "closed", "merged"], default: "open" },
        count: { type: "integer", minimum: 0 },
        // Families of ten: most documents fall into parts that know little of each other.
        parent: reference(`Thing${index - (index % 10)}`),
        tags: { type: "array", items: { type: "string" } },
        settings: { type: "object", additionalProperties: { type: "boolean" } },
        shape: {
          oneOf: [reference(`Round${index}`), reference(`Square${index}`)],
          discriminator: { propertyName: "kind" },
        },
      },
    },
    [`Round${index}`]: shape("round", "radius"),
    [`Square${index}`]: shape("square", "side"),
  };
}

function shape(kind: string, measure: string): unknown {
  return {
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string", const: kind }, [measure]: { type: "number" } },
  };
}

function parameter(name: string, place: string, schema: unknown): unknown {
  return { name, in: place, required: place === "path", description: prose, schema };
}

function json(schema: unknown): object {
  return { content: { "application/json": { schema } } };
}

function reference(name: string): unknown {
  return { $ref: `#/components/schemas/${name}` };
}
