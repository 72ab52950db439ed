import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { createTarGzip } from "nanotar";
import type { Answer, NpmProblem } from "../../generator/commands/registry/npm.ts";

interface Stored {
  readonly tarball: Uint8Array;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** What a publication may meet: a refusal, or the end of the process once the package is stored. */
interface Behaviour {
  readonly refusal?: NpmProblem;
  readonly isLast?: boolean;
}

/**
 * npm and the registry behind it, in memory, for tests of what a release does around them; release.test.ts has the real
 * ones. It knows one package.
 */
export class FakeNpm {
  readonly versions = new Map<string, Stored>();
  readonly tags: Record<string, string> = {};
  /** The words and the environment of each call. */
  readonly calls: { words: readonly string[]; env: Readonly<Record<string, unknown>> }[] = [];
  behaviour: Behaviour = {};

  async run(
    words: readonly string[],
    folder: string,
    env: Readonly<Record<string, unknown>> = {},
  ): Promise<Answer> {
    this.calls.push({ words, env });
    const [command, what = ""] = words;
    switch (command) {
      case "config":
        return answer(undefined, "http://registry.test/");
      case "view":
        return this.view(what, words.slice(2));
      case "pack":
        return what.startsWith("--") ? packFolder(folder, words) : this.fetch(what, words);
      case "publish":
        return this.publish(what, words);
      default:
        throw new Error(`npm ${words.join(" ")}`);
    }
  }

  private view(what: string, fields: readonly string[]): Answer {
    const version = versionIn(what);
    if (version === undefined)
      return this.versions.size === 0
        ? missing
        : answer({ versions: [...this.versions.keys()], "dist-tags": this.tags });
    const stored = this.versions.get(version);
    if (stored === undefined) return missing;
    const facts = { ...stored.manifest, "dist.integrity": integrityOf(stored.tarball) };
    return answer(
      Object.fromEntries(Object.entries(facts).filter(([key]) => fields.includes(key))),
    );
  }

  private fetch(what: string, words: readonly string[]): Answer {
    const stored = this.versions.get(versionIn(what) ?? "");
    if (stored === undefined) return missing;
    writeFileSync(join(destination(words), "package.tgz"), stored.tarball);
    return answer([]);
  }

  private publish(path: string, words: readonly string[]): Answer {
    const { refusal, isLast } = this.behaviour;
    if (refusal !== undefined) return { ok: false, problem: refusal };
    const manifest = JSON.parse(
      readFileSync(join(path, "../package/package.json"), "utf8"),
    ) as Stored["manifest"];
    const version = String(manifest["version"]);
    this.versions.set(version, { tarball: readFileSync(path), manifest });
    this.tags[words[words.indexOf("--tag") + 1] ?? ""] = version;
    if (isLast === true) throw new Error("The machine lost its power.");
    return answer({});
  }
}

async function packFolder(folder: string, words: readonly string[]): Promise<Answer> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
  const files = paths.map((path) => ({
    path: relative(folder, path).split(sep).join("/"),
    data: readFileSync(path),
  }));
  const entries = files.map(({ path, data }) => ({ name: `package/${path}`, data }));
  const tarball = await createTarGzip(entries);
  writeFileSync(join(destination(words), "package.tgz"), tarball);
  const listed = files.map(({ path, data }) => ({ path, size: data.length }));
  return answer([{ files: listed, integrity: integrityOf(tarball) }]);
}

function destination(words: readonly string[]): string {
  return words[words.indexOf("--pack-destination") + 1] ?? "";
}

/** `1.0.0` of `pets@1.0.0`. */
function versionIn(what: string): string | undefined {
  return what.split("@", 2)[1];
}

function integrityOf(bytes: Uint8Array): string {
  return `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
}

function answer(value: unknown, text: string = JSON.stringify(value)): Answer {
  return { ok: true, value, text };
}

const missing: Answer = { ok: false, problem: { code: "E404", summary: "404 Not Found" } };
