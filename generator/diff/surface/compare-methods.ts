import type { ts as tsNamespace } from "ts-morph";
import type { SurfaceReason } from "../verdict.ts";
import { compareFunctions, type Signature } from "./compare-functions.ts";
import type { ExportPair } from "./export-pair.ts";
import { functionOf } from "./facade.ts";

type Method = tsNamespace.MethodDeclaration;

/**
 * What a method of the facade takes and gives, where it calls another function than before. Of a function of the same
 * name, what changed is said there.
 */
export function compareMethods(
  pair: ExportPair,
  old: Method,
  newer: Method,
): readonly SurfaceReason[] {
  const { packages, site } = pair;
  const [was, is] = [functionOf(packages, old), functionOf(packages, newer)];
  if (was !== undefined && was.name?.text === is?.name?.text) return [];
  const subject = `${site.subject}.${newer.name.getText()}`;
  const inClass = { ...pair, site: { ...site, subject } };
  return compareFunctions(inClass, signatureOf(old, was), signatureOf(newer, is));
}

/** `ReturnType<typeof listPets>` says less than what `listPets` gives. */
function signatureOf({ parameters, type }: Method, called: Signature | undefined): Signature {
  const given = called?.type ?? type;
  return given === undefined ? { parameters } : { parameters, type: given };
}
