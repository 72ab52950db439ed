/** A small API in which every edit below has a place of its own. */
export const base: Document = {
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
        responses: { 200: answer({ type: "array", items: { $ref: "#/components/schemas/Pet" } }) },
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
    },
  },
};

/** Any JSON object; edits know where they go. */
// oxlint-disable-next-line typescript/no-explicit-any
type Document = any;
type Edit = (document: Document) => Document;

function answer(schema: object): object {
  return { description: "An answer.", content: { "application/json": { schema } } };
}

/** Makes an edit of what changes the document in place. */
function edit(change: (document: Document) => void): Edit {
  return (document) => {
    const copy: Document = structuredClone(document);
    change(copy);
    return copy;
  };
}

const pet = (document: Document): Document => document.components.schemas.Pet;

export const edits: readonly Edit[] = [
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
];
