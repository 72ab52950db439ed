import type { Api, SecurityScheme } from "../model.ts";
import { runtimeOptions } from "./call-options.ts";
import { commentOf } from "./comments.ts";
import type { EmitOptions, Emitter } from "./emitter.ts";
import { ownName } from "./inherited.ts";
import { Module } from "./module.ts";
import { optionMember } from "./option-member.ts";
import type { Member, ObjectMember, Statement, ValueNode } from "./print/index.ts";
import { securityValue, usableSchemes } from "./security-schemes.ts";
import { serverMembers, serverValue, serverVariables } from "./server-variables.ts";
import { reference } from "./type-nodes.ts";
import { access, call, identifier, member, text } from "./value-nodes.ts";

/** `createClient` with the credentials that this API takes. */
export const emitClient: Emitter = (api, _layout, options) => {
  const module = new Module("client");
  const schemes = usableSchemes(api);
  module.type("Client", "runtime/client");
  module.add(
    { kind: "export", specifiers: [{ name: "Client", type: true }] },
    ...clientOptions(api, schemes, module, options),
    ...createClient(api, schemes, module, options),
  );
  return [module.print(options)];
};

function clientOptions(
  api: Api,
  schemes: readonly SecurityScheme[],
  module: Module,
  options: EmitOptions,
): readonly Statement[] {
  const base = runtimeOptions(module, options);
  const members = [...authMembers(schemes, module), ...serverMembers(api)];
  if (members.length === 0)
    return [{ kind: "typeAlias", name: "ClientOptions", exported: true, type: base }];
  return [
    { kind: "interface", name: "ClientOptions", exported: true, extends: [base], members },
    ...serverVariables(api),
    ...(schemes.length > 1 ? [credentials(schemes, module)] : []),
  ];
}

function authMembers(schemes: readonly SecurityScheme[], module: Module): readonly Member[] {
  const [first, ...others] = schemes;
  if (first === undefined) return [];
  return others.length === 0
    ? [credentialMember("auth", first, module)]
    : [optionMember("auth", reference("Credentials"))];
}

/** Several schemes: one member each, by the name that the document gives it. */
function credentials(schemes: readonly SecurityScheme[], module: Module): Statement {
  return {
    kind: "interface",
    name: "Credentials",
    exported: true,
    members: schemes.map((scheme) => credentialMember(ownName(scheme.name), scheme, module)),
  };
}

function credentialMember(key: string, scheme: SecurityScheme, module: Module): Member {
  const docs = commentOf({ description: scheme.description, deprecated: scheme.deprecated });
  const name = scheme.kind === "basic" ? "BasicCredential" : "Credential";
  return {
    ...optionMember(key, reference(module.type(name, "runtime/auth"))),
    ...(docs === undefined ? {} : { docs }),
  };
}

function createClient(
  api: Api,
  schemes: readonly SecurityScheme[],
  module: Module,
  options: EmitOptions,
): readonly Statement[] {
  const made = call(module.value("makeClient", "runtime/client"), [
    identifier("options"),
    { kind: "object", members: settingsOf(api, schemes, module, options), expanded: true },
  ]);
  const create: Statement = {
    kind: "function",
    name: "createClient",
    exported: true,
    docs: { text: "A client for the API; every operation takes it as its first argument." },
    parameters: [
      {
        name: "options",
        type: reference("ClientOptions"),
        default: { kind: "object", members: [] },
      },
    ],
    returns: reference("Client"),
    body: [{ kind: "return", value: made }],
  };
  return schemes.length > 1 ? [create, authorizeWith(api, schemes, module)] : [create];
}

/** What the client knows of this API. */
function settingsOf(
  api: Api,
  schemes: readonly SecurityScheme[],
  module: Module,
  { retry }: EmitOptions,
): readonly ObjectMember[] {
  const settings: ObjectMember[] = [member("baseUrl", serverValue(api, module))];
  const [first, ...others] = schemes;
  if (first !== undefined) {
    const auth = access("options", "auth");
    const authorize =
      others.length === 0 ? applyScheme(first, auth, module) : call("authorizeWith", [auth]);
    settings.push(member("authorize", authorize));
  }
  const fetch = guardedFetch(schemes, module);
  if (fetch !== undefined) settings.push(member("fetch", fetch));
  if (retry) settings.push(member("retrying", identifier(module.value("retry", "runtime/retry"))));
  return settings;
}

/** The operation says which schemes it takes; the first that has all its credentials is applied. */
function authorizeWith(api: Api, schemes: readonly SecurityScheme[], module: Module): Statement {
  const applied = schemes.map((scheme) =>
    member(scheme.name, applyScheme(scheme, access("auth", ownName(scheme.name)), module)),
  );
  const anyOf = call(module.value("anyOf", "runtime/auth-schemes"), [
    { kind: "object", members: applied, expanded: true },
    securityValue(api, api.security),
  ]);
  return {
    kind: "function",
    name: "authorizeWith",
    parameters: [
      { name: "auth", type: reference("Credentials"), default: { kind: "object", members: [] } },
    ],
    returns: reference(module.type("Authorize", "runtime/auth")),
    body: [{ kind: "return", value: anyOf }],
  };
}

/**
 * `fetch` drops `Authorization` on the way to another origin, and no other header; and its errors
 * may repeat a URL. Undefined where the caller's `fetch` does as it is.
 */
function guardedFetch(schemes: readonly SecurityScheme[], module: Module): ValueNode | undefined {
  const keys = schemes.filter((scheme) => scheme.kind === "apiKey");
  const inQuery = keys.filter((key) => key.in === "query").length;
  let fetch: ValueNode = access("options", "fetch");
  if (keys.length > inQuery) fetch = call(module.value("keepingHome", "runtime/redirect"), [fetch]);
  if (inQuery > 0) fetch = call(module.value("hidingQuery", "runtime/hidden-query"), [fetch]);
  return keys.length > 0 ? fetch : undefined;
}

const API_KEYS = { header: "apiKeyHeader", query: "apiKeyQuery", cookie: "apiKeyCookie" } as const;

function applyScheme(scheme: SecurityScheme, credential: ValueNode, module: Module): ValueNode {
  if (scheme.kind === "bearer") return call(module.value("bearer", "runtime/auth"), [credential]);
  if (scheme.kind === "basic")
    return call(module.value("basic", "runtime/auth-schemes"), [credential]);
  const name = module.value(API_KEYS[scheme.in ?? "header"], "runtime/auth-schemes");
  return call(name, [text(scheme.parameter ?? ""), credential]);
}
