import { answer, type Document, edit, type Suite } from "./edit.ts";

const invoice = { $ref: "#/components/schemas/Invoice" };

const base30: Document = {
  openapi: "3.0.3",
  info: { title: "Invoices", version: "1.0.0" },
  servers: [{ url: "https://{region}.example.com", variables: { region: { default: "eu" } } }],
  security: [{ OAuth: ["read"] }],
  paths: {
    "/invoices/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      put: {
        operationId: "putInvoice",
        requestBody: {
          content: {
            "application/json": { schema: invoice },
            "text/csv": { schema: { type: "string" } },
          },
        },
        responses: { 200: answer(invoice), "4XX": { description: "Wrong." } },
        callbacks: {
          paid: {
            "{$request.body#/url}": { post: { requestBody: answer(invoice), responses: {} } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Party: {
        type: "object",
        discriminator: { propertyName: "role" },
        required: ["role"],
        properties: { role: { type: "string" } },
      },
      Buyer: {
        allOf: [
          { $ref: "#/components/schemas/Party" },
          { type: "object", properties: { vat: { type: "string", pattern: "^[A-Z]" } } },
        ],
      },
      Invoice: {
        type: "object",
        required: ["total"],
        additionalProperties: { type: "string" },
        properties: {
          total: { type: "number", minimum: 0, exclusiveMinimum: true },
          note: { type: "string", nullable: true },
          due: { type: "string", format: "date" },
          party: { $ref: "#/components/schemas/Party" },
          lines: { type: "array", minItems: 1, items: { type: "integer", format: "int32" } },
          secret: { type: "string", writeOnly: true },
          state: { type: "string", enum: ["open", "paid"], default: "open" },
        },
      },
    },
    securitySchemes: {
      OAuth: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "https://auth.example.com", scopes: {} } },
      },
    },
  },
};

const put = (document: Document): Document => document.paths["/invoices/{id}"].put;
const members = (document: Document): Document => document.components.schemas.Invoice.properties;

const edits30 = [
  edit((document) => (document.servers[0].variables.region.default = "us")),
  edit((document) => document.security[0].OAuth.push("write")),
  edit((document) => delete put(document).requestBody.content["text/csv"]),
  edit((document) => delete put(document).callbacks.paid),
  edit((document) => delete put(document).responses["4XX"]),
  edit((document) => (put(document).requestBody.required = true)),
  edit((document) => (document.paths["/invoices/{id}"].parameters[0].schema.maxLength = 10)),
  edit((document) => (members(document).total.exclusiveMinimum = false)),
  edit((document) => (members(document).note.nullable = false)),
  edit((document) => (members(document).due.format = "date-time")),
  edit((document) => (members(document).lines.minItems = 2)),
  edit((document) => (members(document).lines.items.format = "int64")),
  edit((document) => (members(document).secret.writeOnly = false)),
  edit((document) => (members(document).state.default = "paid")),
  edit((document) => (document.components.schemas.Invoice.additionalProperties = false)),
  edit((document) => {
    const party = [{ $ref: "#/components/schemas/Party" }];
    document.components.schemas.Seller = { allOf: party };
  }),
  edit(
    (document) => (document.components.schemas.Buyer.allOf[1].properties.vat.pattern = "^[A-Z]{2}"),
  ),
];

const base20: Document = {
  swagger: "2.0",
  info: { title: "Files", version: "1.0.0" },
  host: "files.example.com",
  basePath: "/v1",
  schemes: ["https"],
  consumes: ["application/json"],
  produces: ["application/json"],
  paths: {
    "/files": {
      get: {
        operationId: "listFiles",
        parameters: [
          {
            name: "ids",
            in: "query",
            type: "array",
            items: { type: "string" },
            collectionFormat: "csv",
          },
          { name: "size", in: "query", type: "integer", maximum: 100 },
        ],
        responses: {
          200: {
            description: "Files.",
            schema: { type: "array", items: { $ref: "#/definitions/File" } },
            headers: { "X-Total": { type: "integer" } },
          },
        },
      },
      post: {
        operationId: "addFile",
        parameters: [
          { name: "file", in: "body", required: true, schema: { $ref: "#/definitions/File" } },
        ],
        responses: { 201: { description: "Added." } },
      },
    },
    "/upload": {
      post: {
        operationId: "upload",
        consumes: ["multipart/form-data"],
        parameters: [
          { name: "data", in: "formData", type: "file", required: true },
          { name: "title", in: "formData", type: "string" },
        ],
        responses: { 204: { description: "Taken." } },
      },
    },
  },
  definitions: {
    File: {
      type: "object",
      required: ["name"],
      properties: {
        name: { type: "string" },
        bytes: { type: "integer" },
        kind: { enum: ["a", "b"] },
      },
    },
  },
};

const files = (document: Document): Document => document.paths["/files"];
const file = (document: Document): Document => document.definitions.File;

const edits20 = [
  edit((document) => (document.basePath = "/v2")),
  edit((document) => (files(document).get.parameters[0].collectionFormat = "multi")),
  edit((document) => (files(document).get.parameters[1].maximum = 50)),
  edit((document) => (files(document).get.responses[200].headers["X-Page"] = { type: "integer" })),
  edit((document) => (files(document).post.parameters[0].required = false)),
  edit((document) => (files(document).post.consumes = ["application/json", "application/xml"])),
  edit((document) => document.paths["/upload"].post.parameters.splice(1, 1)),
  edit((document) => file(document).required.push("bytes")),
  edit((document) => (file(document).properties.bytes.type = "number")),
  edit((document) => file(document).properties.kind.enum.push("c")),
  edit((document) => (document.securityDefinitions = { Basic: { type: "basic" } })),
];

export const older: readonly Suite[] = [
  { name: "OpenAPI 3.0", base: base30, edits: edits30 },
  { name: "Swagger 2.0", base: base20, edits: edits20 },
];
