import type { Api, SecurityScheme } from "../model.ts";
import { commentOf } from "./comments.ts";
import { type EmitOptions, type Emitter } from "./emitter.ts";
import { Module } from "./module.ts";
import { defaultServerUrl, securityValue } from "./operation/target.ts";
import type { Member, ObjectMember, Statement, TypeNode, ValueNode } from "./print/index.ts";
import { reference, UNDEFINED } from "./types.ts";

/** `createClient` with the credentials that this API takes. */
export const emitClient: Emitter = (api, _layout, options) => {
  const module = new Module("client");
  const schemes = api.securitySchemes.filter(({ kind }) => kind !== "unsupported");
  module.type("Client", "runtime/client");
  module.add(
    { kind: "export", specifiers: [{ name: "Client", type: true }] },
    clientOptions(schemes, module),
    createClient(api, schemes, module, options),
  );
  return [module.print(options)];
};

function clientOptions(schemes: readonly SecurityScheme[], module: Module): Statement {
  const base = reference(module.type("RuntimeOptions", "runtime/client"));
  if (schemes.length === 0) {
    return { kind: "typeAlias", name: "ClientOptions", exported: true, type: base };
  }
  const members: readonly Member[] = [authMember(schemes, module)];
  return { kind: "interface", name: "ClientOptions", exported: true, extends: [base], members };
}

/** One scheme: the credential itself. Several: one member each, by the name that the document gives it. */
function authMember(schemes: readonly SecurityScheme[], module: Module): Member {
  const [only, ...others] = schemes;
  if (only !== undefined && others.length === 0) return credentialMember("auth", only, module);
  return {
    kind: "property",
    key: "auth",
    optional: true,
    readonly: true,
    type: orUndefined({
      kind: "object",
      members: schemes.map((scheme) => credentialMember(scheme.name, scheme, module)),
    }),
  };
}

function credentialMember(key: string, scheme: SecurityScheme, module: Module): Member {
  const docs = commentOf({ description: scheme.description });
  const name = scheme.kind === "basic" ? "BasicCredential" : "Credential";
  return {
    kind: "property",
    key,
    optional: true,
    readonly: true,
    type: orUndefined(reference(module.type(name, "runtime/auth"))),
    ...(docs === undefined ? {} : { docs }),
  };
}

function orUndefined(type: TypeNode): TypeNode {
  return { kind: "union", members: [type, UNDEFINED] };
}

function createClient(
  api: Api,
  schemes: readonly SecurityScheme[],
  module: Module,
  options: EmitOptions,
): Statement {
  const settings: ObjectMember[] = [
    { kind: "property", key: "baseUrl", value: { kind: "literal", value: defaultServerUrl(api) } },
  ];
  if (schemes.length > 0)
    settings.push({ kind: "property", key: "authorizer", value: authorizer(api, schemes, module) });
  if (options.retry)
    settings.push({ kind: "shorthand", name: module.value("retry", "runtime/retry") });
  return {
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
    body: [
      {
        kind: "return",
        value: {
          kind: "call",
          callee: { kind: "identifier", name: module.value("makeClient", "runtime/client") },
          arguments: [
            { kind: "identifier", name: "options" },
            { kind: "object", members: settings, expanded: true },
          ],
        },
      },
    ],
  };
}

function authorizer(api: Api, schemes: readonly SecurityScheme[], module: Module): ValueNode {
  const auth: ValueNode = {
    kind: "access",
    object: { kind: "identifier", name: "options" },
    property: "auth",
  };
  const [only, ...others] = schemes;
  if (only !== undefined && others.length === 0) return applyScheme(only, auth, module);
  return {
    kind: "call",
    callee: { kind: "identifier", name: module.value("anyOf", "runtime/any-of") },
    arguments: [auth, schemesValue(schemes, module), securityValue(api, api.security)],
  };
}

function schemesValue(_schemes: readonly SecurityScheme[], _module: Module): ValueNode {
  return { kind: "object", members: [] };
}

function applyScheme(scheme: SecurityScheme, credential: ValueNode, module: Module): ValueNode {
  const name = scheme.kind === "apiKey" ? "apiKey" : scheme.kind;
  return {
    kind: "call",
    callee: { kind: "identifier", name: module.value(name, "runtime/auth") },
    arguments: [credential],
  };
}
