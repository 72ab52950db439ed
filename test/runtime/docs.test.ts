import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";

const run = promisify(execFile);
const { resolve: locate } = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const docs = resolve(here, "../../docs/runtime");
const entries = {
  "deck-sdk": join(here, "sample-sdk/index.ts"),
  "deck-sdk/facade": join(here, "sample-sdk/facade.ts"),
};

const examples: { name: string; code: string }[] = [];
for (const page of (await readdir(docs)).toSorted()) {
  const text = await readFile(join(docs, page), "utf8");
  const blocks = [...text.matchAll(/^```ts\n([^]*?)^```$/gm)];
  for (const [n, [, code = ""]] of blocks.entries()) {
    examples.push({ name: `${page.slice(0, -3)}-${n + 1}`, code });
  }
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "runtime-docs-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** An API small enough to read: what each path answers. */
const answers: Record<string, () => Response> = {
  "/v2/events": () =>
    Response.json({ data: [{ id: "evt_1", type: "task.created" }], has_more: false }),
  "/v2/agents/agt_1": () => Response.json({ id: "agt_1", name: "Billing", description: null }),
  "/v2/agents/agt_none": () =>
    Response.json({ errors: [{ code: "agent_not_found" }], request_id: "req_1" }, { status: 404 }),
  "/v2/files/file_1": () => new Response("bytes"),
  "/v2/watch": () => new Response("event: note\ndata: hello\n\n"),
  "/v2/log": () => new Response('{"n":1}\n{"n":2}\n'),
  "/v2/complete": () => Response.json({ text: "Hi" }),
};

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(console, "info").mockImplementation(() => {});
  vi.stubGlobal("fetch", async (url: string, { headers, signal }: RequestInit) => {
    signal?.throwIfAborted();
    const { pathname } = new URL(url);
    const streaming = new Headers(headers).get("accept") === "text/event-stream";
    if (pathname === "/v2/complete" && streaming)
      return new Response('data: {"delta":"Hi"}\n\ndata: [DONE]\n\n');
    return answers[pathname]?.() ?? Response.json({});
  });
});
afterEach(() => vi.unstubAllGlobals());

test.each(examples)("the example $name runs", async ({ name, code }) => {
  const outfile = join(folder, `${name}.mjs`);
  const stdin = { contents: code, resolveDir: here, loader: "ts" } as const;
  await build({
    stdin,
    outfile,
    alias: entries,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // What imports it here takes a file without exports for a script.
    footer: { js: "export {};" },
  });
  await import(/* @vite-ignore */ pathToFileURL(outfile).href);
});

test("the examples compile strictly", async () => {
  const files: string[] = [];
  for (const { name, code } of examples) {
    const file = join(folder, `${name}.mts`);
    await writeFile(file, code);
    files.push(file);
  }
  const config = join(folder, "tsconfig.json");
  const types = resolve(dirname(locate("@types/node/package.json")), "..");
  const paths = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, [file]]));
  await writeFile(
    config,
    JSON.stringify({
      compilerOptions: {
        target: "es2022",
        module: "nodenext",
        lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable", "esnext.disposable"],
        strict: true,
        exactOptionalPropertyTypes: true,
        noPropertyAccessFromIndexSignature: true,
        allowImportingTsExtensions: true,
        skipLibCheck: true,
        noEmit: true,
        types: ["node"],
        typeRoots: [types],
        paths,
      },
      files,
    }),
  );
  const tsc = join(dirname(locate("typescript/package.json")), "bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", config]).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toBe("");
});

test("every page is in the table of contents", async () => {
  const contents = await readFile(join(docs, "README.md"), "utf8");
  const pages = (await readdir(docs)).filter((name) => name !== "README.md");
  expect(pages.filter((page) => !contents.includes(`(${page})`))).toEqual([]);
});
