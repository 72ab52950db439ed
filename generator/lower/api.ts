import type { Api } from "../model.ts";
import type { Diagnostics } from "../diagnostics.ts";
import type { EventsConfig } from "../options.ts";
import type { Source, WrittenEvents } from "../source.ts";
import type { Spec } from "../spec/spec.ts";
import { schemaNodes } from "../spec/components.ts";
import { type Context, type Facts, Memo, Rewrites } from "./context.ts";
import { breakCycles } from "./declarations/cycles.ts";
import { collectFamilies } from "./declarations/families.ts";
import { lowerDocs } from "./docs.ts";
import { lowerEvents } from "./events/index.ts";
import { recoverGenerics } from "./declarations/generics.ts";
import { inheritMembers } from "./declarations/inheritance.ts";
import { ALL_TYPES } from "./algebra/json-type.ts";
import { createTypesOf } from "./algebra/types-of.ts";
import { createTypesOfNode } from "./schema/types-of-node.ts";
import { lowerIncoming } from "./operation/incoming.ts";
import { lowerOperation } from "./operation/operation.ts";
import { operationNodes, type OperationNode } from "./operation/operation-node.ts";
import { reportUnmatched } from "./pagination/configured-pages.ts";
import { Registry } from "./declarations/registry.ts";
import { resourceName, resourcesOf } from "./operation/resources.ts";
import { lowerSchema } from "./schema/schema.ts";
import { lowerSecuritySchemes, usualSecurity } from "./security.ts";
import { lowerRootServers, reportHost } from "./operation/servers.ts";
import { COMPONENTS_KEYWORDS, DOCUMENT_KEYWORDS, reportMisspelt } from "./keywords.ts";
import { checkShape, COMPONENTS, DOCUMENT } from "./shapes.ts";
import { declarationsOf } from "./declarations/variants.ts";

export interface LowerOptions {
  /** Whether answers may hold enumeration values and union members that the document does not list. */
  readonly openEnums: boolean;
  /** What the configuration adds to the document. */
  readonly facts?: Facts;
  readonly configSource?: Source | undefined;
  /** Event types that a docs page or the config lists. */
  readonly writtenEvents?: WrittenEvents | undefined;
  /** What the config says about events. */
  readonly events?: EventsConfig | undefined;
}

export interface Lowered {
  readonly api: Api;
  readonly rewrites: Rewrites;
}

/** Reads a whole document into the model. Problems are reported; what they touch becomes unknown. */
export function lowerApi(spec: Spec, options: LowerOptions, diagnostics: Diagnostics): Lowered {
  const context = createContext(spec, options, diagnostics);
  checkShape(diagnostics, spec.root, DOCUMENT);
  const components = spec.root.get("components");
  if (components !== undefined) checkShape(diagnostics, components, COMPONENTS);
  reportMisspelt(diagnostics, spec.root, DOCUMENT_KEYWORDS);
  if (components !== undefined) reportMisspelt(diagnostics, components, COMPONENTS_KEYWORDS);
  for (const [name, node] of schemaNodes(spec)) context.registry.declare(node, name);
  lowerDeclarations(context);
  const paths = pathNodes(context);
  const operations = paths.map((from) => lowerOperation(context, from, resourceName(from)));
  reportUnmatched(context, operations);
  const webhooks = lowerIncoming(context, paths);
  lowerDeclarations(context);
  const declarations = declarationsOf(context, operations, webhooks);
  const resources = resourcesOf(spec, operations);
  const servers = lowerRootServers(diagnostics, spec);
  reportHost(context, servers, operations);
  const securitySchemes = lowerSecuritySchemes(context);
  const api: Api = {
    ...lowerInfo(spec),
    servers,
    securitySchemes,
    security: usualSecurity(context, securitySchemes, operations),
    declarations,
    resources,
    operations,
    webhooks,
    events: undefined,
    incomplete: spec.broken,
  };
  const whole = breakCycles(inheritMembers(recoverGenerics(context, api)), context);
  return {
    api: lowerEvents(context, whole, options.writtenEvents, options.events),
    rewrites: context.rewrites,
  };
}

function createContext(
  spec: Spec,
  { openEnums, facts = {}, configSource }: LowerOptions,
  diagnostics: Diagnostics,
): Context {
  const registry = new Registry(spec.root.source.name);
  const typesOfNode = createTypesOfNode(spec);
  const typesOf = createTypesOf((target) => {
    const entry = registry.get(target);
    return entry === undefined ? ALL_TYPES : typesOfNode(entry.node);
  });
  const families = collectFamilies(spec);
  return {
    spec,
    diagnostics,
    registry,
    typesOf,
    typesOfNode,
    openEnums,
    facts,
    configSource,
    families,
    inPlace: new Set(),
    parameters: new Memo(),
    answers: new Memo(),
    rewrites: new Rewrites(),
  };
}

function lowerInfo(spec: Spec): Pick<Api, "title" | "version" | "description"> {
  const info = spec.root.get("info");
  return {
    title: info?.string("title") ?? "API",
    version: info?.string("version") ?? "",
    description: info?.string("description"),
  };
}

/** Lowers every schema that has a name, those included that get one on the way. */
function lowerDeclarations(context: Context): void {
  const { registry } = context;
  for (let entry = registry.next(); entry !== undefined; entry = registry.next()) {
    const { node } = entry;
    entry.docs = lowerDocs(node);
    entry.schema = registry.within(entry, () =>
      lowerSchema(context, node, { direction: "response", as: "json" }),
    );
  }
}

function pathNodes(context: Context): readonly OperationNode[] {
  const paths = context.spec.root.get("paths")?.members() ?? [];
  return paths.flatMap((member) => {
    if (member.key.startsWith("/")) return operationNodes(context, member);
    if (!member.key.startsWith("x-"))
      context.diagnostics.report("invalid-path", member, { path: member.key });
    return [];
  });
}
