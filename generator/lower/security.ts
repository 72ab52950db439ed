import type { Operation, SecurityRequirement, SecurityScheme } from "../model.ts";
import { securitySection } from "../spec/components.ts";
import type { Node } from "../spec/node.ts";
import type { Context } from "./context.ts";

/** The security schemes that a document defines (OpenAPI 3.1, 4.8.27; Swagger 2.0 `securityDefinitions`). */
export function lowerSecuritySchemes(context: Context): readonly SecurityScheme[] {
  return (securitySection(context.spec)?.members() ?? []).flatMap((member) => {
    const node = context.spec.follow(member);
    return node === undefined ? [] : [lowerScheme(context, member.key, node)];
  });
}

function lowerScheme(context: Context, name: string, node: Node): SecurityScheme {
  const kind = kindOf(node);
  const place = node.string("in");
  if (kind === "unsupported") {
    const type = [node.string("type"), node.string("scheme")].filter(Boolean).join(" ");
    context.diagnostics.report("unsupported-security", node, { name, type });
  }
  return {
    name,
    kind,
    in:
      kind === "apiKey" && (place === "header" || place === "query" || place === "cookie")
        ? place
        : undefined,
    parameter: kind === "apiKey" ? node.string("name") : undefined,
    description: node.string("description"),
    deprecated: node.boolean("deprecated") === true,
  };
}

function kindOf(node: Node): SecurityScheme["kind"] {
  switch (node.string("type")) {
    case "http":
      return kindOfHttp(node.string("scheme")?.toLowerCase());
    case "basic":
      return "basic";
    case "apiKey":
      return isComplete(node) ? "apiKey" : "unsupported";
    case "oauth2":
    case "openIdConnect":
      return "bearer";
    default:
      return "unsupported";
  }
}

/** Scheme names are case-insensitive (RFC 9110, section 11.1). */
function kindOfHttp(scheme: string | undefined): SecurityScheme["kind"] {
  return scheme === "bearer" || scheme === "basic" ? scheme : "unsupported";
}

function isComplete(node: Node): boolean {
  return (
    ["header", "query", "cookie"].includes(node.string("in") ?? "") &&
    node.string("name") !== undefined
  );
}

/**
 * Alternatives, in order; undefined where a node says nothing. `[]` takes the default away. Those that need what is no
 * scheme of the document are left out. Diagnostic: `unknown-security-scheme`.
 */
export function lowerSecurity(
  context: Context,
  node: Node,
): readonly SecurityRequirement[] | undefined {
  if (!node.has("security")) return undefined;
  const alternatives = node.get("security")?.items() ?? [];
  return alternatives.flatMap((alternative) => {
    const requirement = alternative.members().flatMap((member) => {
      const scheme = schemeOf(context, member);
      return scheme === undefined ? [] : { scheme, scopes: alternative.strings(member.key) };
    });
    return requirement.length < alternative.members().length ? [] : [requirement];
  });
}

/** A requirement has the name of a scheme or, since OpenAPI 3.2 (section 4.30), its URI; what is both is the name. */
function schemeOf(context: Context, member: Node): string | undefined {
  const section = securitySection(context.spec);
  if (section?.has(member.key) === true) return member.key;
  const target = member.key.includes("#") ? context.spec.resolve(member, member.key) : undefined;
  if (target?.parent !== undefined && target.parent.value === section?.value) return target.key;
  context.diagnostics.report("unknown-security-scheme", member, { scheme: member.key });
  return undefined;
}

/**
 * What operations need that do not say it themselves. A document that defines schemes and never requires one forgot to
 * say what they are for: then all that the client is given is sent, or the one that is.
 */
export function usualSecurity(
  context: Context,
  schemes: readonly SecurityScheme[],
  operations: readonly Operation[],
): readonly SecurityRequirement[] {
  const { spec, diagnostics } = context;
  const stated = lowerSecurity(context, spec.root) ?? [];
  const usable = schemes.filter(({ kind }) => kind !== "unsupported");
  const all = [...stated, ...operations.flatMap(({ security = [] }) => security)];
  const section = securitySection(spec);
  const isOpen = operations.some(({ security }) => security === undefined);
  if (section === undefined || usable.length === 0 || !isOpen || all.some(isNotEmpty))
    return stated;
  diagnostics.report("security-unstated", section, {});
  const alone = usable.map(({ name }) => [{ scheme: name, scopes: [] }]);
  return alone.length === 1 ? alone : [alone.flat(), ...alone];
}

function isNotEmpty(requirement: SecurityRequirement): boolean {
  return requirement.length > 0;
}
