import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Config } from "../../generator/options.ts";
import { run } from "../cli/run.ts";
import { readFiles, type TextFile } from "../harness/folders.ts";
import { indexProject, operationIds, pull, type Report } from "./project.ts";
import {
  type Answer,
  operationPage,
  sendText,
  serveSite,
  type Site,
  withIndexNote,
} from "./site.ts";

/** A documentation site with whatever such sites have been seen to have, good and bad. */
async function docsSite(): Promise<Site> {
  const site = await serveSite({});
  const { contents, origin } = site;
  const put = (path: string, page: string): void =>
    void contents.set(path, withIndexNote(origin, page));
  for (let number = 0; number < 60; number++)
    put(`/api-reference/things/get-thing-${number}.md`, thing(number));
  put(
    "/api-reference/huge.md",
    `${"Words of a guide.\n\n".repeat(60_000)}${operationPage("/huge", "get", "getHuge")}`,
  );
  contents.set("/api-reference/slow.md", (request, response) => {
    setTimeout(() => sendText(request, response, operationPage("/slow", "get", "getSlow")), 150);
  });
  put(
    "/api-reference/windows.md",
    operationPage("/windows", "get", "getWindows").replaceAll("\n", "\r\n"),
  );
  put(
    "/api-reference/tildes.md",
    operationPage("/tildes", "get", "getTildes").replaceAll("````", "~~~"),
  );
  put(
    "/api-reference/front-matter.md",
    `---\ntitle: Pets\nopenapi: v2.json get /matter\n---\n\n${operationPage("/matter", "get", "getMatter")}`,
  );
  put(
    "/api-reference/two.md",
    `${operationPage("/two", "get", "getTwo")}\n\`\`\`json\n{ "id": "a" }\n\`\`\`\n${operationPage("/two", "post", "addTwo")}`,
  );
  put(
    "/api-reference/address.md",
    operationPage("/address", "get", "getAddress").replace(
      "/api-reference/v2.json get",
      "https://api.example.com/api-reference/v2.json GET",
    ),
  );
  put(
    "/api-reference/bare.md",
    operationPage("/bare", "get", "getBare").replace(" /api-reference/v2.json get /bare", ""),
  );
  contents.set(
    "/api-reference/web-page",
    "<!DOCTYPE html>\n<html><body>Get web page</body></html>",
  );
  put("/api-reference/web-page.md", operationPage("/web-page", "get", "getWebPage"));
  put(
    "/events/events-reference.md",
    "# Events reference\n\n| Type | Fired when |\n| --- | --- |\n| `thing.created` | A thing is there |\n",
  );
  put("/guides/start.md", "# Start\n\nRead `settings.color` first.\n");
  contents.set("/more/llms.txt", "# More\n\n- [Nested](nested.md)\n- [All](/llms.txt)\n");
  put("/more/nested.md", operationPage("/nested", "get", "getNested"));
  for (const [path, answer] of Object.entries(wrongPages(origin))) contents.set(path, answer);
  for (const [path, answer] of Object.entries(flakyPages())) contents.set(path, answer);
  contents.set("/llms.txt", index(origin, [...contents.keys()]));
  return site;
}

function thing(number: number): string {
  return operationPage(`/things/${number}`, "get", `getThing${number}`);
}

function wrongPages(origin: string): Readonly<Record<string, Answer>> {
  const send =
    (content: string | Buffer): Answer =>
    (request, response) =>
      sendText(request, response, content);
  const broken = operationPage("/broken", "get", "getBroken");
  return {
    "/wrong/html.md": send("<html><body>Please sign in</body></html>"),
    "/wrong/yaml.md": send(broken.replace("operationId: getBroken", "operationId: [getBroken")),
    "/wrong/no-document.md": send(broken.replace(/openapi: [\s\S]*string\n/, "Coming soon.\n")),
    "/wrong/cut-off.md": send(broken.slice(0, broken.indexOf("'200'"))),
    "/wrong/not-text.md": send(Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a])),
    "/wrong/empty.md": send(""),
    "/wrong/metadata.md": redirect("http://169.254.169.254/latest/meta-data/"),
    "/wrong/neighbour.md": redirect(origin.replace("127.0.0.1", "127.0.0.2")),
    "/wrong/decimal.md": redirect("http://2130706433/"),
    "/wrong/loop.md": redirect("/wrong/loop.md"),
    "/wrong/bomb.md": (_, response) =>
      void response.setHeader("content-encoding", "gzip").end(bomb),
    "/wrong/oversized.md": send("word ".repeat(2_000_000)),
    "/wrong/down.md": (_, response) => void response.writeHead(501).end(),
  };
}

const bomb = gzipSync(Buffer.alloc(20_000_000, 32));

function redirect(location: string): Answer {
  return (_, response) => void response.writeHead(302, { location }).end();
}

/** Good in the end. */
function flakyPages(): Readonly<Record<string, Answer>> {
  const after = (failure: Answer, page: string): Answer => {
    let asked = 0;
    return (request, response) => (asked++ === 0 ? failure : sendTextOf(page))(request, response);
  };
  return {
    "/flaky/limited.md": after(
      (_, response) => void response.writeHead(429, { "retry-after": "0" }).end(),
      operationPage("/limited", "get", "getLimited"),
    ),
    "/flaky/restarting.md": after(
      (_, response) => void response.writeHead(500).end(),
      operationPage("/restarting", "get", "getRestarting"),
    ),
    "/flaky/dropped.md": after(
      (_, response) => void response.socket?.destroy(),
      operationPage("/dropped", "get", "getDropped"),
    ),
  };
}

function sendTextOf(content: string): Answer {
  return (request, response) => sendText(request, response, content);
}

/** Absolute and relative links, some twice, some with a fragment or nowhere, one without its `.md`. */
function index(origin: string, paths: readonly string[]): string {
  const links = paths
    .filter((path) => !path.includes("web-page.md") && path !== "/more/nested.md")
    .map(
      (path, number) =>
        `- [Page ${number}](${number % 2 === 0 ? origin : ""}${path}): What it says`,
    );
  return `# Shop

> All pages.

## Docs

${links.join("\n")}
- [Again](/api-reference/things/get-thing-0.md#parameters)
- [Missing](/missing.md)
- [Picture](/logo.png)
- [Mail](mailto:docs@example.com)

## Optional

- [Blog](https://blog.example.com)
`;
}

const config: Config = {
  network: { maxBytes: 8 * 1024 * 1024 },
  events: { page: "spec/docs/events-reference.md" },
};

/** `/missing.md: the server answered 404` */
function leftOut({ diagnostics }: Report, { origin }: Site): Readonly<Record<string, string>> {
  const pages = diagnostics.filter(({ code }) => code === "page-left-out");
  return Object.fromEntries(
    pages.map(({ message }) => {
      const [, page = "", reason = ""] =
        /^The page (\S+) can not be used: (.*)\.$/.exec(message) ?? [];
      return [page.replace(origin, ""), reason.replaceAll(origin, "")];
    }),
  );
}

function specOf(folder: string): readonly TextFile[] {
  return readFiles(folder).filter(
    ({ path }) => path.startsWith("spec/") || path.endsWith(".lock.json"),
  );
}

const things = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `getThing${from + index}`);

describe("a documentation site with 60 pages and more", () => {
  test("is pulled, left alone while it stays the same, and followed when it changes", async () => {
    await using site = await docsSite();
    using folder = indexProject(site, {}, config);

    const first = await pull(folder.path);
    expect(first.exitCode).toBe(0);
    expect(leftOut(first, site)).toEqual({
      "/wrong/html.md": "it is a web page in HTML, and there is no Markdown beside it",
      "/wrong/yaml.md": expect.stringContaining("this is not valid YAML"),
      "/wrong/no-document.md":
        'the block "/api-reference/v2.json get /broken" holds no OpenAPI document',
      "/wrong/cut-off.md":
        'the block "/api-reference/v2.json get /broken" has no end, so the page is cut off',
      "/wrong/not-text.md": "it is not text in UTF-8 or UTF-16",
      "/wrong/empty.md": "it is empty",
      "/wrong/metadata.md":
        "it redirects to http://169.254.169.254, which is not an origin that may be fetched",
      "/wrong/neighbour.md": expect.stringContaining("http://127.0.0.2"),
      "/wrong/decimal.md":
        "it redirects to http://127.0.0.1, which is not an origin that may be fetched",
      "/wrong/loop.md": "it redirects more than 5 times",
      "/wrong/bomb.md": "it is larger than 8 MiB",
      "/wrong/oversized.md": "it is larger than 8 MiB",
      "/wrong/down.md": "the server answered 501",
      "/missing.md": "the server answered 404",
    });
    expect(operationIds(folder.path)).toEqual([
      ...things(0, 60),
      "getHuge",
      "getSlow",
      "getWindows",
      "getTildes",
      "getMatter",
      "getTwo",
      "addTwo",
      "getAddress",
      "getBare",
      "getWebPage",
      "getNested",
      "getLimited",
      "getRestarting",
      "getDropped",
    ]);
    expect(first.written).toContain("spec/docs/events-reference.md");
    expect(first.written).not.toContain("spec/docs/guides/start.md");
    expect((await run(folder.path, "generate")).exitCode).toBe(0);

    const settled = specOf(folder.path);
    site.log.length = 0;
    const second = await pull(folder.path);
    expect(second).toMatchObject({ exitCode: 0, written: [], removed: [] });
    expect(specOf(folder.path)).toEqual(settled);
    expect(site.log.filter((line) => line.startsWith("200")).toSorted()).toEqual([
      "200 /wrong/bomb.md",
      "200 /wrong/cut-off.md",
      "200 /wrong/empty.md",
      "200 /wrong/html.md",
      "200 /wrong/no-document.md",
      "200 /wrong/not-text.md",
      "200 /wrong/oversized.md",
      "200 /wrong/yaml.md",
    ]);

    site.contents.set(
      "/api-reference/things/get-thing-1.md",
      withIndexNote(
        site.origin,
        thing(1).replace("operationId: getThing1", "operationId: readThing1"),
      ),
    );
    site.contents.set("/api-reference/things/get-thing-2.md", "<html>Sign in</html>");
    site.contents.delete("/api-reference/things/get-thing-3.md");
    site.contents.set("/new.md", operationPage("/new", "put", "putNew"));
    const listed = site.contents.get("/llms.txt") as string;
    site.contents.set(
      "/llms.txt",
      `${listed.replace(/.*get-thing-4\.md.*\n/, "")}- [New](new.md)\n`,
    );

    const dry = await pull(folder.path, "--check");
    expect(dry.exitCode).toBe(1);
    expect(specOf(folder.path)).toEqual(settled);

    const third = await pull(folder.path);
    expect(third.written).toEqual([
      "spec/v2.json",
      "spec/docs/llms.txt",
      "spec/docs/api-reference/things/get-thing-1.md",
      "spec/docs/new.md",
    ]);
    expect(third.removed).toEqual(["spec/docs/api-reference/things/get-thing-4.md"]);
    expect(leftOut(third, site)).toMatchObject({
      "/api-reference/things/get-thing-2.md": expect.stringContaining("stays"),
      "/api-reference/things/get-thing-3.md":
        'the server answered 404; its copy in "spec/docs/api-reference/things/get-thing-3.md" stays',
    });
    expect(operationIds(folder.path).slice(0, 5)).toEqual([
      "getThing0",
      "readThing1",
      ...things(2, 4),
      "getThing5",
    ]);
    expect(third.changes).toHaveLength(1);
    expect(third.changes[0]?.verdict).toEqual({ wire: "major", package: "major" });
    const check = await run(folder.path, "check");
    expect(check.out).toContain("Changed since it was generated: spec/v2.json.");
  });
});
