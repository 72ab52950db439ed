import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createTarGzip } from "nanotar";

/** A version of a package: its files by path, and the commit that it says it was made from. */
export interface Version {
  readonly files: Readonly<Record<string, string>>;
  readonly gitHead?: string;
}

/** Serves the versions of one package as npm's registries do; the last is `latest`. */
export async function serveRegistry(
  name: string,
  versions: Readonly<Record<string, Version>>,
): Promise<AsyncDisposable & { readonly url: string }> {
  const tarballs = new Map<string, Uint8Array>();
  for (const [version, { files }] of Object.entries(versions)) {
    const manifest = JSON.stringify({ name, version });
    const all = { ...files, "package.json": manifest };
    const entries = Object.entries(all).map(([path, data]) => ({ name: `package/${path}`, data }));
    tarballs.set(version, await createTarGzip(entries));
  }
  const server = createServer(({ url = "" }, response) => {
    const path = decodeURIComponent(url.split("?", 1)[0] ?? "");
    const version = /-(\d[^/]*)\.tgz$/.exec(path)?.[1];
    const tarball = version === undefined ? undefined : tarballs.get(version);
    if (tarball !== undefined) return response.end(tarball);
    if (path !== `/${name}`) return response.writeHead(404).end('{"error":"not_found"}');
    response.setHeader("content-type", "application/json");
    return response.end(JSON.stringify(packument(name, versions, tarballs, origin())));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin(),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function packument(
  name: string,
  versions: Readonly<Record<string, Version>>,
  tarballs: ReadonlyMap<string, Uint8Array>,
  origin: string,
): object {
  const known = Object.entries(versions).map(([version, { gitHead }]) => {
    const tarball = `${origin}/${name}/-/${name.split("/").at(-1)}-${version}.tgz`;
    const integrity = `sha512-${createHash("sha512")
      .update(tarballs.get(version) ?? "")
      .digest("base64")}`;
    return [version, { name, version, gitHead, dist: { tarball, integrity } }] as const;
  });
  const latest = known.at(-1)?.[0];
  return { name, "dist-tags": { latest }, versions: Object.fromEntries(known) };
}
