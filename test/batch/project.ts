import { temporaryFolder, type TextFile, writeFiles } from "../harness/folders.ts";

/** A small document; `name` is its title and its only schema. */
export function specOf(name: string, operationId = `get${name}`): string {
  return `openapi: 3.1.0
info: { title: ${name}, version: "1" }
servers: [{ url: "https://api.example.com" }]
paths:
  /one:
    get:
      operationId: ${operationId}
      responses: { "200": { description: "", content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } } } }
components:
  schemas:
    ${name}: { type: object, properties: { name: { type: string } } }
`;
}

export const broken = specOf("Broken").replace("schemas/Broken", "schemas/Brokn");

/** A folder with a configuration and documents, and a `node_modules` to remember results in. */
export function projectWith(
  config: unknown,
  documents: Readonly<Record<string, string>>,
): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder();
  const files = Object.entries(documents).map(([path, text]): TextFile => ({ path, text }));
  writeFiles(folder.path, [
    ...files,
    { path: "deckhand.config.json", text: JSON.stringify(config, null, 2) },
    { path: "node_modules/.keep", text: "" },
  ]);
  return folder;
}

export const three: Readonly<Record<string, string>> = {
  "apis/cats.yaml": specOf("Cats"),
  "apis/dogs.yaml": specOf("Dogs"),
  "apis/birds.yaml": specOf("Birds"),
};

export const threeInputs = {
  output: "sdks",
  enums: "closed",
  package: { version: "2.0.0", license: "MIT" },
  inputs: [
    "apis/cats.yaml",
    { input: "apis/dogs.yaml", output: "packages/dogs", package: { name: "dogs" } },
    { input: "apis/birds.yaml", enums: "open", importExtension: ".ts" },
  ],
};
