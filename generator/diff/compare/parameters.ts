import { code } from "../names.ts";
import { templateNames } from "../../spec/parameters.ts";
import { anything } from "../read/anything.ts";
import type { WireParameter } from "../read/wire.ts";
import { type Both, report } from "./comparison.ts";
import { compareDocumentation } from "./documentation.ts";
import type { OperationPair } from "./operation-pair.ts";
import { compareLists } from "./parameter-lists.ts";
import { isWrittenOtherwise } from "./parameter-style.ts";
import { compareText } from "./parameter-text.ts";
import { compareSchemas } from "./schemas.ts";
import type { Site } from "./site.ts";

/** Parameters by name and place; those of the path by their position in it. */
export function compareParameters(pair: OperationPair): void {
  const old = byKey(pair.old.parameters, pair.old.path);
  const newer = byKey(pair.new.parameters, pair.new.path);
  const gone = [...old].filter(([key]) => !newer.has(key)).map(([, one]) => one);
  const fresh = [...newer].filter(([key]) => !old.has(key)).map(([, one]) => one);
  for (const [key, parameter] of newer) {
    const was = old.get(key) ?? moved(parameter, gone, fresh);
    if (was === undefined) reportAlone(pair, parameter, "added");
    else compareParameter(pair, was, parameter);
  }
  for (const parameter of gone) {
    if (moved(parameter, fresh, gone) === undefined) reportAlone(pair, parameter, "removed");
  }
}

function byKey(
  parameters: readonly WireParameter[],
  path: string,
): ReadonlyMap<string, WireParameter> {
  const names = templateNames(path);
  return new Map(
    parameters.map((one) => {
      const name = one.in === "path" ? String(names.indexOf(one.name)) : nameOnWire(one);
      return [`${one.in} ${name}`, one];
    }),
  );
}

/** Names of headers know no case (RFC 9110, section 5.1). */
function nameOnWire({ name, in: place }: WireParameter): string {
  return place === "header" ? name.toLowerCase() : name;
}

/** The only one of that name on the other side, in another place. */
function moved(
  { name }: WireParameter,
  others: readonly WireParameter[],
  own: readonly WireParameter[],
): WireParameter | undefined {
  const [match, ...more] = others.filter((one) => one.name === name);
  const isOnly = more.length === 0 && own.filter((one) => one.name === name).length === 1;
  return isOnly ? match : undefined;
}

function reportAlone(
  pair: OperationPair,
  parameter: WireParameter,
  what: "added" | "removed",
): void {
  const { node, required } = parameter;
  const { findings, old, new: newer } = pair;
  const place = (whole: typeof node): typeof node => whole.get("parameters") ?? whole;
  report(findings, `${required ? "required" : "optional"}-parameter-${what}`, {
    direction: "request",
    site: siteOf(pair.site, parameter),
    at:
      what === "added"
        ? { old: place(old.node), new: node }
        : { old: node, new: place(newer.node) },
  });
}

function siteOf(site: Site, { name }: WireParameter): Site {
  return { ...site, base: `parameter ${code(name)}` };
}

function compareParameter(pair: OperationPair, old: WireParameter, newer: WireParameter): void {
  const { findings } = pair;
  const at: Both = { old: old.node, new: newer.node };
  const base = { direction: "request", site: siteOf(pair.site, newer), at } as const;
  if (old.in !== newer.in)
    report(findings, "parameter-moved", { ...base, was: code(old.in), is: code(newer.in) });
  else if (old.in === "path" && old.name !== newer.name)
    report(findings, "path-parameter-renamed", {
      ...base,
      was: code(old.name),
      is: code(newer.name),
    });
  if (old.required !== newer.required)
    report(
      findings,
      newer.required ? "parameter-became-required" : "parameter-became-optional",
      base,
    );
  if (isWrittenOtherwise(pair, old, newer))
    report(findings, "parameter-style-changed", {
      ...base,
      was: code(old.style),
      is: code(newer.style),
    });
  if (old.deprecated !== newer.deprecated)
    report(findings, newer.deprecated ? "parameter-deprecated" : "parameter-undeprecated", base);
  if (old.schema !== old.node) compareDocumentation(findings, base.site, at, "parameter");
  compareValue(pair, old, newer, base.site);
}

function compareValue(
  pair: OperationPair,
  old: WireParameter,
  newer: WireParameter,
  site: Site,
): void {
  const { comparison, findings } = pair;
  // A name in the path that nothing declares is text.
  if (newer.in === "path" && (old.schema === undefined || newer.schema === undefined)) return;
  const schemas = {
    old: [old.schema ?? anything(old.node)],
    new: [newer.schema ?? anything(newer.node)],
  };
  const list = compareLists(pair, [old, newer], schemas, site) ?? schemas;
  if (compareText(pair, [old, newer], list, site)) return;
  findings.below.push(compareSchemas(comparison, list, "request", site));
}
