import { answer, type Document, edit, type Suite } from "./edit.ts";

/** A small API in which every edit below has a place of its own. */
const base: Document = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1.0.0" },
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer", maximum: 100 } },
          { name: "cursor", in: "query", schema: { type: "string" } },
        ],
        responses: {
          200: {
            ...answer({ type: "array", items: { $ref: "#/components/schemas/Pet" } }),
            headers: { "X-Total": { required: true, schema: { type: "integer" } } },
          },
        },
      },
      post: {
        operationId: "createPet",
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
        },
        responses: { 201: answer({ $ref: "#/components/schemas/Pet" }) },
      },
    },
    "/pets/{id}": {
      delete: {
        operationId: "deletePet",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { 204: { description: "Gone." } },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        type: "object",
        required: ["name"],
        properties: {
          name: { type: "string", minLength: 1 },
          age: { type: "integer" },
          kind: { type: "string", enum: ["cat", "dog"] },
          chip: { type: "string", readOnly: true },
          owner: { allOf: [{ $ref: "#/components/schemas/Owner" }] },
          home: { oneOf: [{ $ref: "#/components/schemas/House" }, { type: "string" }] },
        },
      },
      Owner: { type: "object", properties: { email: { type: "string", format: "email" } } },
      House: { type: "object", properties: { street: { type: "string" } } },
      Visit: {
        oneOf: [{ $ref: "#/components/schemas/Checkup" }, { $ref: "#/components/schemas/Surgery" }],
        discriminator: {
          propertyName: "kind",
          mapping: {
            checkup: "#/components/schemas/Checkup",
            surgery: "#/components/schemas/Surgery",
          },
        },
      },
      Checkup: { type: "object", required: ["kind"], properties: { kind: { type: "string" } } },
      Surgery: {
        allOf: [
          { $ref: "#/components/schemas/Checkup" },
          {
            type: "object",
            required: ["risk"],
            properties: {
              risk: { type: "number", exclusiveMaximum: 1 },
              team: { type: "array", prefixItems: [{ type: "string" }], items: false },
            },
          },
        ],
      },
    },
    securitySchemes: { Key: { type: "apiKey", in: "header", name: "X-Key" } },
  },
  webhooks: {
    petLost: { post: { responses: { 200: { description: "Taken." } } } },
    petSold: {
      post: {
        requestBody: {
          content: { "application/json": { schema: { $ref: "#/components/schemas/Visit" } } },
        },
        responses: { 200: { description: "Taken." } },
      },
    },
  },
};

const pet = (document: Document): Document => document.components.schemas.Pet;

const schemas = (document: Document): Document => document.components.schemas;
const list = (document: Document): Document => document.paths["/pets"].get;

const edits = [
  edit((document) => (document.info.description = "About pets.")),
  edit((document) => document.servers.push({ url: "https://eu.example.com" })),
  edit((document) => delete document.paths["/pets/{id}"]),
  edit((document) => (document.paths["/pets"].get.parameters[0].schema.maximum = 50)),
  edit((document) => document.paths["/pets"].get.parameters.splice(1, 1)),
  edit((document) => (document.paths["/pets"].get.responses[404] = answer({ type: "string" }))),
  edit((document) => (document.paths["/pets"].post.requestBody.required = false)),
  edit((document) => {
    document.paths["/owners/{id}"] = structuredClone(base.paths["/pets/{id}"]);
    document.paths["/owners/{id}"].delete.operationId = "deleteOwner";
  }),
  edit((document) => pet(document).required.push("age")),
  edit((document) => (pet(document).properties.age.type = ["integer", "null"])),
  edit((document) => pet(document).properties.kind.enum.push("fish")),
  edit((document) => pet(document).properties.kind.enum.shift()),
  edit((document) => delete pet(document).properties.name.minLength),
  edit((document) => (pet(document).properties.chip.readOnly = false)),
  edit((document) => (pet(document).properties.colour = { type: "string" })),
  edit((document) => (pet(document).additionalProperties = false)),
  edit((document) => (document.components.schemas.Owner.properties.email.format = "idn-email")),
  edit((document) => pet(document).properties.home.oneOf.push({ type: "integer" })),
  edit((document) => (document.components.schemas.House.properties.street.type = "integer")),
  edit((document) => (document.security = [{ Key: [] }])),
  edit((document) => (list(document).operationId = "searchPets")),
  edit((document) => (list(document).deprecated = true)),
  edit((document) => delete list(document).responses[200].headers["X-Total"]),
  edit((document) => {
    const content = list(document).responses[200].content;
    content["application/xml"] = { schema: { type: "string" } };
  }),
  edit((document) =>
    list(document).parameters.push({ name: "X-Trace", in: "header", required: true, schema: {} }),
  ),
  edit((document) => delete document.webhooks.petLost),
  edit((document) => {
    const { mapping } = schemas(document).Visit.discriminator;
    mapping.visit = mapping.checkup;
    delete mapping.checkup;
  }),
  edit((document) => (schemas(document).Surgery.allOf[1].properties.risk.exclusiveMaximum = 0.5)),
  edit((document) => (schemas(document).Surgery.allOf[1].required = [])),
  edit((document) => schemas(document).Surgery.allOf[1].properties.team.prefixItems.push({})),
  edit((document) => (document.components.securitySchemes.Key.name = "X-Secret")),
  edit(
    (document) => (document.components.securitySchemes.Other = { type: "http", scheme: "basic" }),
  ),
];

export const modern: Suite = { name: "OpenAPI 3.1", base, edits };
