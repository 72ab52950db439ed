import type { Api, Server, ServerVariable } from "../model.ts";
import { commentOf } from "./comments.ts";
import type { Module } from "./module.ts";
import { defaultServerUrl, withoutEndingSlash } from "../server-url.ts";
import { optionMember } from "./option-member.ts";
import type { Member, Statement, TypeNode, ValueNode } from "./print/index.ts";
import { keyword, reference } from "./type-nodes.ts";
import { access, call, member, objectOf, text } from "./value-nodes.ts";

/*
 * The variables of the API's first server (OpenAPI 3.1, 4.8.6), as an option of the client: `server: { region: "us" }`.
 */

/** The option; none where the server has no variables. */
export function serverMembers(api: Api): readonly Member[] {
  if (variableServer(api) === undefined) return [];
  const docs = {
    text: "What stands for the variables in the URL of the server, unless `baseUrl` is given.",
  };
  return [{ ...optionMember("server", reference("ServerVariables")), docs }];
}

/** The type of its value. */
export function serverVariables(api: Api): readonly Statement[] {
  const server = variableServer(api);
  if (server === undefined) return [];
  const members = server.variables.map(variableMember);
  return [{ kind: "interface", name: "ServerVariables", exported: true, members }];
}

function variableMember({ name, values, default: usual, description }: ServerVariable): Member {
  const choices =
    values === undefined || values.length === 0
      ? [keyword("string")]
      : values.map((value): TypeNode => ({ kind: "literal", value }));
  const docs = commentOf({ description, default: usual });
  return { ...optionMember(name, ...choices), ...(docs === undefined ? {} : { docs }) };
}

/** The base URL of a client that is given none. */
export function serverValue(api: Api, module: Module): ValueNode {
  const server = variableServer(api);
  if (server === undefined) return text(defaultServerUrl(api));
  const defaults = server.variables.map((variable) =>
    member(variable.name, text(variable.default)),
  );
  return call(module.value("serverUrl", "runtime/server"), [
    text(withoutEndingSlash(server.url)),
    objectOf(defaults),
    access("options", "server"),
  ]);
}

function variableServer({ servers: [first] }: Api): Server | undefined {
  return first !== undefined && first.variables.length > 0 ? first : undefined;
}
