import { pathToFileURL } from "node:url";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import {
  type DiagnosticMessageChain,
  ModuleKind,
  ModuleResolutionKind,
  Project,
  ScriptTarget,
  type SourceFile,
} from "ts-morph";
import { generateFrom } from "../harness/generate.ts";
import { member, readRawDocument } from "../harness/raw-document.ts";
import type { ComponentName } from "../harness/component-names.ts";

/** Two readings of one schema of which one does not fit into the other. */
export interface Difference {
  /** The component's key in the document. */
  readonly schema: string;
  readonly direction:
    "our type is not assignable to theirs" | "their type is not assignable to ours";
  /** The compiler's explanation, from the outermost to the innermost reason. */
  readonly reasons: readonly string[];
}

export interface Comparison {
  /** How many schemas both sides have a type for. */
  readonly compared: number;
  readonly differences: readonly Difference[];
}

/**
 * Choices of openapi-typescript that we know to be no reading of the schema: a default makes a property required, and
 * an object without properties may hold none.
 */
const fair = { defaultNonNullable: false, emptyObjectsUnknown: true };

/** The document itself, changed where that is fair; one that refers to other files has to be read in its place. */
function inputOf(path: string): OpenAPI3 | URL {
  const document = readRawDocument(path);
  const isWhole = !/"\$ref":"[^#"]/.test(JSON.stringify(document));
  return isWhole ? (withoutBareDiscriminators(document) as OpenAPI3) : pathToFileURL(path);
}

/**
 * Without a mapping they make the schema's name the tag, whatever `const` or `enum` the tag's property has, which hides
 * all other differences of a union's members.
 */
function withoutBareDiscriminators(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBareDiscriminators);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, child]) => key !== "discriminator" || !isBareDiscriminator(child),
  );
  return Object.fromEntries(entries.map(([key, child]) => [key, withoutBareDiscriminators(child)]));
}

/** A property may be called `discriminator` too. */
function isBareDiscriminator(value: unknown): boolean {
  return (
    typeof member(value, "propertyName") === "string" && member(value, "mapping") === undefined
  );
}

/**
 * Compares our type of each component schema with openapi-typescript's, in both directions. Enums are closed on our
 * side for this: "a value we do not know yet" is ours alone. Throws if openapi-typescript can not read the document.
 */
export async function compareDocument(
  path: string,
  names: readonly ComponentName[],
): Promise<Comparison> {
  const project = makeProject();
  const theirs = astToString(await openapiTS(inputOf(path), { silent: true, ...fair }));
  project.createSourceFile("theirs.ts", theirs);
  const { files } = await generateFrom(path, { enums: "closed" });
  for (const file of files) {
    if (file.path.endsWith(".ts")) project.createSourceFile(`sdk/${file.path}`, file.text);
  }
  const pairs = project.createSourceFile("pairs.ts", pairsText(names));
  return { compared: names.length, differences: differencesOf(pairs, names) };
}

function makeProject(): Project {
  return new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      target: ScriptTarget.ES2022,
      module: ModuleKind.ESNext,
      moduleResolution: ModuleResolutionKind.Bundler,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
    },
  });
}

/** Two lines a schema: ours to theirs, theirs to ours. A head of one line, so that lines tell the schema. */
function pairsText(names: readonly ComponentName[]): string {
  const head =
    'import type * as ours from "./sdk/index.js"; import type { components } from "./theirs.js"; declare const given: any;';
  const lines = names.flatMap(({ component, name }, index) => {
    const their = `components["schemas"][${JSON.stringify(component)}]`;
    return [
      `export const theirs${index}: ${their} = given as ours.${name};`,
      `export const ours${index}: ours.${name} = given as ${their};`,
    ];
  });
  return [head, ...lines].join("\n");
}

function differencesOf(pairs: SourceFile, names: readonly ComponentName[]): Difference[] {
  return pairs.getPreEmitDiagnostics().flatMap((diagnostic) => {
    const index = (diagnostic.getLineNumber() ?? 0) - 2;
    const schema = names[Math.floor(index / 2)]?.component;
    if (schema === undefined) return [];
    const direction =
      index % 2 === 0
        ? "our type is not assignable to theirs"
        : "their type is not assignable to ours";
    return [{ schema, direction, reasons: reasonsOf(diagnostic.getMessageText()) } as const];
  });
}

function reasonsOf(message: string | DiagnosticMessageChain): string[] {
  if (typeof message === "string") return [message];
  return [message.getMessageText(), ...(message.getNext() ?? []).flatMap(reasonsOf)];
}
