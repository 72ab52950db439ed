import { describe, expect, test } from "vitest";
import { documentIn, indexProject, messagesOf, operationIds, pull } from "./project.ts";
import { operationPage, serveSite } from "./site.ts";

/** A block of one operation in JSON, as some hosts write it, with what else stands at its top. */
function jsonPage(path: string, operationId: string, root: object): string {
  const paths = { [path]: { get: { operationId, responses: {} } } };
  return `# ${operationId}\n\n\`\`\`json\n${JSON.stringify({ openapi: "3.0.3", ...root, paths })}\n\`\`\`\n`;
}

describe("pages of a host that", () => {
  test("writes the title of each page as that of the API are one document", async () => {
    const page = (path: string, id: string): string =>
      `# ${id}\n\nGET https://api.example.com${path}\n\n## OpenAPI Specification\n\n\`\`\`yaml\nopenapi: 3.1.1\ninfo:\n  title: ${id}\n  version: endpoint_${id}\npaths:\n  ${path}:\n    get:\n      operationId: ${id}\n      tags:\n        - - subpackage_pets\n      responses:\n        '204':\n          description: None\n\`\`\`\n`;
    await using site = await serveSite({
      "/llms.txt": "# Pets\n\n## Docs\n\n- Pets [List](/a.mdx)\n- Toys [Toys](b.md): All toys\n",
      "/a.mdx": page("/pets", "listPets"),
      "/b.md": page("/toys", "listToys"),
    });
    using folder = indexProject(site);
    const report = await pull(folder.path);
    expect(messagesOf(report, site)).toEqual([
      'excerpt-wording The page describes "info" in other words than /a.mdx:10:3, which are taken.',
    ]);
    expect(operationIds(folder.path)).toEqual(["listPets", "listToys"]);
  });

  test("shows each page its own tags have those of all", async () => {
    const info = { title: "Pets", version: "1" };
    await using site = await serveSite({
      "/llms.txt": "# Pets\n\n- [Pets](/a.md)\n- [Toys](/b.md)\n",
      "/a.md": jsonPage("/pets", "listPets", { info, tags: [{ name: "pets" }] }),
      "/b.md": jsonPage("/toys", "listToys", { info, tags: [{ name: "toys" }] }),
    });
    using folder = indexProject(site);
    expect((await pull(folder.path)).diagnostics).toEqual([]);
    expect(documentIn(folder.path)?.tags).toEqual([{ name: "pets" }, { name: "toys" }]);
  });

  test("gives a token on a host of its own has that at the operation", async () => {
    const info = { title: "Pets", version: "1" };
    const servers = [{ url: "https://pets.example" }];
    const login = [{ url: "https://login.example" }];
    await using site = await serveSite({
      "/llms.txt": "# Pets\n\n- [Token](/a.md)\n- [Pets](/b.md)\n- [Toys](/c.md)\n",
      "/a.md": jsonPage("/token", "getToken", { info, servers: login }),
      "/b.md": jsonPage("/pets", "listPets", { info, servers }),
      "/c.md": jsonPage("/toys", "listToys", { info, servers }),
    });
    using folder = indexProject(site);
    expect(messagesOf(await pull(folder.path), site)).toEqual([
      'excerpt-own-root The page has other "servers" than /b.md:4:70; they are written to its operations.',
    ]);
    expect(documentIn(folder.path)).toMatchObject({
      servers,
      paths: { "/token": { get: { servers: login } }, "/pets": {}, "/toys": {} },
    });
  });

  test("has several APIs and names none over a block are chosen by the title", async () => {
    const api = (title: string): object => ({
      info: { title, version: "1" },
      servers: [{ url: `https://${title}.example.com` }],
    });
    await using site = await serveSite({
      "/llms.txt": "# Shop\n\n- [Pets](/a.md)\n- [Orders](/b.md)\n- [Toys](/c.md)\n",
      "/a.md": jsonPage("/pets", "listPets", api("pets")),
      "/b.md": jsonPage("/orders", "listOrders", api("orders")),
      "/c.md": jsonPage("/toys", "listToys", api("pets")),
    });
    using unclear = indexProject(site);
    const report = await pull(unclear.path);
    expect(report.exitCode).toBe(4);
    expect(messagesOf(report, site)[0]).toMatch(
      /^excerpt-conflict The pages disagree about "servers": this is not what \/a\.md:/,
    );
    using chosen = indexProject(site, { document: "pets" });
    expect((await pull(chosen.path)).diagnostics).toEqual([]);
    expect(operationIds(chosen.path)).toEqual(["listPets", "listToys"]);
  });

  test("names an address without an ending over its blocks are told apart by it", async () => {
    const page = (name: string, id: string): string =>
      operationPage(`/${id}`, "get", id).replace(
        "/api-reference/v2.json",
        `https://api.example.com/${name}/openapi`,
      );
    await using site = await serveSite({
      "/llms.txt": "# Shop\n\n- [A](/a.md)\n- [B](/b.md)\n",
      "/a.md": page("v1", "listPets"),
      "/b.md": page("v2", "listToys"),
    });
    using unclear = indexProject(site);
    expect(messagesOf(await pull(unclear.path), site)).toEqual([
      "several-documents The index /llms.txt is about several OpenAPI documents: v1/openapi, v2/openapi.",
    ]);
    using chosen = indexProject(site, { document: "v2/openapi" });
    await pull(chosen.path);
    expect(operationIds(chosen.path)).toEqual(["listToys"]);
  });

  test("says over each block what it shows are not joined with the sample of a guide", async () => {
    const sample = jsonPage("/plants", "listPlants", { info: { title: "Plants", version: "1" } });
    const own = operationPage("/more", "get", "listMore");
    await using site = await serveSite({
      "/llms.txt": "# Shop\n\n- [Guide](/a.md)\n- [Pets](/b.md)\n- [More](/c.md)\n",
      "/a.md": sample,
      "/b.md": operationPage("/pets", "get", "listPets"),
      "/c.md": own.replace(" /api-reference/v2.json get /more", ""),
    });
    using folder = indexProject(site);
    const report = await pull(folder.path);
    expect(messagesOf(report, site)).toEqual([
      'page-left-out The page /a.md can not be used: its block is not of the API of the others, but of "Plants".',
    ]);
    expect(report.written).not.toContain("spec/docs/a.md");
    expect(operationIds(folder.path)).toEqual(["listPets", "listMore"]);
  });

  test("shows something else than OpenAPI in its blocks are left out with a word about it", async () => {
    const page = (meta: string): string =>
      `# Page\n\n\`\`\`\`${meta}\npaths:\n  path: /toys\n  method: get\n\`\`\`\`\n`;
    await using site = await serveSite({
      "/llms.txt": "# Shop\n\n- [A](/a.md)\n- [B](/b.md)\n- [C](/c.md)\n- [D](/d.md)\n",
      "/a.md": page("yaml GET /toys"),
      "/b.md": page("yaml openapi.json get /toys theme={null}"),
      "/c.md": '# Sample\n\n```json POST /toys\n{ "name": "Ball" }\n```\n',
      "/d.md": operationPage("/pets", "get", "listPets"),
    });
    using folder = indexProject(site);
    expect(messagesOf(await pull(folder.path), site)).toEqual([
      'page-left-out The page /a.md can not be used: the block "GET /toys" holds no OpenAPI document.',
      'page-left-out The page /b.md can not be used: the block "openapi.json get /toys theme={null}" holds no OpenAPI document.',
    ]);
  });
});

describe("where an index lists the OpenAPI document itself", () => {
  const page = operationPage("/pets", "get", "listPets");
  const whole = (id: string): string =>
    JSON.stringify({
      openapi: "3.1.1",
      info: { title: "Shop API", version: "2.0.0" },
      paths: { "/pets": { get: { operationId: id, responses: {} } } },
    });
  const index = (...documents: readonly string[]): string =>
    `# Shop\n\n## Docs\n\n- [Pets](/pets.md)\n\n## OpenAPI Specs\n\n${documents.map((url) => `- [spec](${url})\n`).join("")}`;

  test("it is taken, and a page that differs is named", async () => {
    await using site = await serveSite({
      "/llms.txt": index("/v2/openapi"),
      "/pets.md": page,
      "/v2/openapi": whole("getPets"),
    });
    using folder = indexProject(site);
    const report = await pull(folder.path);
    expect(messagesOf(report, site)).toEqual([
      expect.stringMatching(
        /^excerpt-differs The page shows another "GET \/pets" than the document, which is taken: see \/v2\/openapi:1:/,
      ),
      expect.stringContaining('excerpt-differs The page shows another "schemas Thing"'),
    ]);
    expect(operationIds(folder.path)).toEqual(["getPets"]);
    expect(report.written).toContain("spec/docs/pets.md");
  });

  test("the one that the pages are about is taken, not what the host's template brought along", async () => {
    await using site = await serveSite({
      "/llms.txt": index("/api-reference/openapi.json", "/api-reference/v2.json"),
      "/pets.md": page,
      "/api-reference/openapi.json": whole("getPlants"),
      "/api-reference/v2.json": whole("getPets"),
    });
    using folder = indexProject(site);
    await pull(folder.path);
    expect(operationIds(folder.path)).toEqual(["getPets"]);
  });

  test("and it may not be fetched, the pages are taken until it may", async () => {
    await using other = await serveSite({ "/openapi": whole("getPets") });
    await using site = await serveSite({
      "/llms.txt": index(`${other.origin}/openapi`),
      "/pets.md": page,
    });
    using folder = indexProject(site);
    expect(messagesOf(await pull(folder.path), site)).toEqual([
      `document-elsewhere The index lists the OpenAPI document ${other.origin}/openapi, whose origin may not be fetched.`,
    ]);
    expect(operationIds(folder.path)).toEqual(["listPets"]);
    await pull(folder.path, "--allow", other.origin);
    expect(operationIds(folder.path)).toEqual(["getPets"]);
  });
});

test("pages that disagree end the pull with both places, until one of them is left out", async () => {
  const old = operationPage("/old", "get", "getOld").replace("type: string", "type: integer");
  await using site = await serveSite({
    "/llms.txt": "# Shop\n\n- [Pets](/pets.md)\n- [Old](/old/pets.md)\n",
    "/pets.md": operationPage("/pets", "get", "listPets"),
    "/old/pets.md": old,
  });
  using folder = indexProject(site);
  const report = await pull(folder.path);
  expect(report.exitCode).toBe(4);
  expect(messagesOf(report, site)).toEqual([
    'excerpt-conflict The pages disagree about "schemas Thing": this is not what /pets.md:33:11 says.',
  ]);
  expect(documentIn(folder.path)).toBeUndefined();
  using without = indexProject(site, { ignore: ["/old/"] });
  expect((await pull(without.path)).diagnostics).toEqual([]);
  expect(operationIds(without.path)).toEqual(["listPets"]);
});
