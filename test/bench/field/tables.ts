import type { EditorTimes } from "./editor.ts";
import type { Table } from "./markdown.ts";
import type { FieldResults, PeerResults, SpecResults, TypeCheck } from "./results.ts";

/** Nothing was measured. */
const NONE = "–";

const FAILED = "fails";

/** What a measurement says of one generator; undefined where it was not measured. */
type Column = (specs: SpecResults | undefined) => string | undefined;

/** The report of a field benchmark, in the order of the questions that a reader has. */
export function tablesOf(results: FieldResults): readonly Table[] {
  const specs = Object.keys(results.specs);
  const perSpec = (title: string, column: Column, note?: string): Table => ({
    title,
    ...(note === undefined ? {} : { note }),
    head: ["generator", ...specs],
    rows: namedRows(results, (peer) => specs.map((spec) => column(peer.specs[spec]))),
  });
  return [
    runTable(results),
    versionTable(results),
    ...(results.floor === undefined ? [] : [floorTable(results)]),
    perSpec("Generating: wall seconds", ({ gen } = {}) => failed(gen) ?? seconds(gen?.wall), WHOLE),
    perSpec("Generating: processor seconds", ({ gen } = {}) => failed(gen) ?? seconds(gen?.cpu)),
    perSpec("Generating: most memory, MB", ({ gen } = {}) => failed(gen) ?? figure(gen?.rssMB)),
    operationTable(results, specs),
    perSpec("Type errors of TypeScript 5.9", ({ ts5 } = {}) => figure(honest(ts5)?.errors)),
    checkTable(results),
    bundleTable(results),
    rateTable(results),
    ...(results.editors === undefined ? [] : [editorTable(results.editors)]),
  ];
}

const WHOLE = "The whole process, median of the runs.";

function namedRows(
  { peers }: FieldResults,
  cells: (peer: PeerResults) => readonly (string | undefined)[],
): readonly (readonly string[])[] {
  return Object.entries(peers)
    .map(([name, peer]) => [name, ...cells(peer).map((cell) => cell ?? NONE)])
    .filter((row) => row.slice(1).some((cell) => cell !== NONE));
}

function runTable({ date, machine, load }: FieldResults): Table {
  const loads = load === undefined ? [] : [["load before and after", loadText(load)]];
  return {
    title: "The run",
    holds: "words",
    head: ["", ""],
    rows: [
      ["date", date],
      ["machine", `${machine.cpus} cores (${machine.model}), ${machine.memGB} GB`],
      ["generators run on", `Node ${machine.peersNode}`],
      ...loads,
    ],
  };
}

function loadText({ before, after }: NonNullable<FieldResults["load"]>): string {
  return [before, after].map(([minute = 0]) => minute.toFixed(2)).join(", ");
}

function versionTable({ peers }: FieldResults): Table {
  const rows = Object.entries(peers).map(([name, { versions, note }]) => [
    name,
    Object.entries(versions)
      .map(([id, version]) => `${id} ${version}`)
      .join(", "),
    note,
  ]);
  return {
    title: "Who took part",
    holds: "words",
    head: ["generator", "versions", "set-up"],
    rows,
  };
}

function floorTable({ floor = {}, specs }: FieldResults): Table {
  const rows = Object.keys(specs).map((spec) => {
    const { wall, cpu, rssMB } = floor[spec]?.nodeStartPlusParse ?? {};
    return [spec, seconds(wall), seconds(cpu), figure(rssMB)].map((cell) => cell ?? NONE);
  });
  const head = ["document", "wall seconds", "processor seconds", "memory, MB"];
  return { title: "The floor: starting Node 20, reading, JSON.parse", head, rows };
}

function operationTable(results: FieldResults, specs: readonly string[]): Table {
  return {
    title: "Operations in the output",
    head: ["generator", ...specs],
    rows: namedRows(results, (peer) =>
      specs.map((spec) => {
        const { ops } = peer.specs[spec]?.gen ?? {};
        const all = results.specs[spec]?.ops;
        if (typeof ops !== "number") return undefined;
        return ops === all ? "all" : `${ops} of ${all}`;
      }),
    ),
  };
}

function checkTable(results: FieldResults): Table {
  return {
    title: "Type-checking GitHub's SDK",
    note: "The whole output; wall seconds of the process, and of the check alone.",
    head: [
      "generator",
      "errors",
      "5.9: wall",
      "5.9: check",
      "instantiations",
      "types",
      "7.0: wall",
    ],
    rows: namedRows(results, ({ specs }) => {
      const old = honest(specs["github"]?.ts5);
      const native = honest(specs["github"]?.ts7);
      return [
        figure(old?.errors),
        seconds(old?.wall),
        seconds(old?.checkS),
        figure(old?.instantiations),
        figure(old?.types),
        seconds(native?.wall),
      ];
    }),
  };
}

function bundleTable(results: FieldResults): Table {
  const cell = ({ bundle }: SpecResults = {}): string | undefined =>
    bundle && (bundle.error === undefined ? `${bundle.minified} / ${bundle.gzip}` : FAILED);
  return {
    title: "The bundle of one call",
    note: "Bytes, minified by esbuild / and then by gzip -9.",
    head: ["generator", "deck", "github"],
    rows: namedRows(results, ({ specs }) => [cell(specs["deck"]), cell(specs["github"])]),
  };
}

function rateTable(results: FieldResults): Table {
  return {
    title: "Calls per second",
    note: "As a ratio to `fetch` and `json()` alone in the same process, and the microseconds that a call costs more.",
    head: ["generator", "Node 24", "µs", "Node 20", "µs"],
    rows: namedRows(results, ({ specs }) => {
      const { node24, node20 } = specs["deck"]?.runtime ?? {};
      return [node24, node20].flatMap((rate) => [
        rate?.ratio?.toFixed(2) ?? (rate?.error && FAILED),
        rate?.ratio === undefined ? undefined : rate.overheadUs.toFixed(1),
      ]);
    }),
  };
}

function editorTable(editors: Readonly<Record<string, EditorTimes>>): Table {
  const rows = Object.entries(editors).map(([name, times]) => [
    name,
    ...[times.firstCompletion, times.completion, times.hover, times.definition, times.errors].map(
      (wait) => wait.toFixed(0),
    ),
    String(times.members),
  ]);
  return {
    title: "In the editor",
    note:
      "Milliseconds that TypeScript 5.9's language server takes in a file with one call of GitHub's SDK. " +
      "First: from opening the file to the members of the answer; the others after a character was typed.",
    head: ["generator", "first", "completion", "hover", "definition", "errors", "members offered"],
    rows,
  };
}

/** A generator that tells the compiler to look away is measured without that. */
function honest(check: TypeCheck | undefined): TypeCheck | undefined {
  return check?.withoutNocheck ?? check;
}

function failed(gen: SpecResults["gen"]): string | undefined {
  return gen === undefined || gen.exit === 0 ? undefined : FAILED;
}

function seconds(value: number | undefined): string | undefined {
  return value?.toFixed(2);
}

function figure(value: number | undefined): string | undefined {
  return value === undefined ? undefined : Math.round(value).toLocaleString("en");
}
