import type { Layout } from "../layout/layout.ts";
import type { Api, Operation, SecurityRequirement, SecurityScheme } from "../model.ts";
import { isAbsolute } from "../server-url.ts";
import { ownName } from "./inherited.ts";
import { needsParams } from "./operation/params.ts";
import { printStatement, propertyKey } from "./print/index.ts";
import { usableRequirements, usableSchemes } from "./security-schemes.ts";

/** The first operation that needs nothing but a client, called; a list is read to its end. None, if there is none. */
export function exampleCall(api: Api, layout: Layout, name: string): readonly string[] {
  const simple = api.operations.filter(
    (operation) => operation.method === "GET" && !needsParams(operation),
  );
  const operation = simple.find(({ pagination }) => pagination !== undefined) ?? simple[0];
  if (operation === undefined) return [];
  const call = layout.operation(operation.id).function;
  const imports = printStatement({
    kind: "import",
    from: name,
    specifiers: [{ name: "createClient" }, { name: call }],
  });
  const use =
    operation.pagination === undefined
      ? [`const data = await ${call}(client);`, "console.log(data);"]
      : [`for await (const item of ${call}(client)) {`, "  console.log(item);", "}"];
  const client = `const client = createClient(${optionsOf(api, operation)});`;
  return [[imports, "", client, "", ...use].join("\n")];
}

/** What a client can not do without: where the API is, if its document does not say, and credentials. */
function optionsOf(api: Api, operation: Operation): string {
  const [server] = api.servers;
  const auth = credentialsOf(api, operation.security ?? api.security);
  const options = [
    ...(server !== undefined && isAbsolute(server) ? [] : ['baseUrl: "https://api.example.com"']),
    ...(auth === "" ? [] : [`auth: ${auth}`]),
  ];
  return options.length === 0 ? "" : `{ ${options.join(", ")} }`;
}

/** One scheme is the credential itself. Of several, those of the first requirement that the client can meet. */
function credentialsOf(api: Api, requirements: readonly SecurityRequirement[]): string {
  const schemes = usableSchemes(api);
  const [only, ...others] = schemes;
  if (only !== undefined && others.length === 0) return credentialOf(only);
  const known = new Map(schemes.map((scheme) => [scheme.name, scheme]));
  const [requirement = []] = usableRequirements(api, requirements);
  const members = requirement.map(({ scheme }) => {
    return `${propertyKey(ownName(scheme))}: ${credentialOf(known.get(scheme))}`;
  });
  return members.length === 0 ? "" : `{ ${members.join(", ")} }`;
}

function credentialOf(scheme: SecurityScheme | undefined): string {
  return scheme?.kind === "basic"
    ? '{ username: "ada", password: process.env.API_PASSWORD ?? "" }'
    : "process.env.API_KEY";
}
