import type { Api } from "../model.ts";
import { templateOf, type Emitter, type PackageOptions } from "./emitter.ts";
import { readmeText } from "./readme.ts";

/** What makes the sources an npm package: package.json, tsconfig.json, README.md. Only when the config asks for one. */
export const emitPackage: Emitter = (api, layout, options) => {
  if (options.package === undefined) return [];
  return [
    {
      path: "package.json",
      text: json(packageJson(api, options.package, options.facade && api.operations.length > 0)),
    },
    { path: "tsconfig.json", text: templateOf("package/tsconfig.json", options) },
    { path: "README.md", text: readmeText(api, layout, options.package) },
  ];
};

function packageJson(
  api: Api,
  { name, version, license, repository }: PackageOptions,
  facade: boolean,
): object {
  const entries = [
    "index",
    ...(facade ? ["facade"] : []),
    ...(hasReceiver(api) ? ["webhooks"] : []),
  ];
  return {
    name,
    version,
    description: `TypeScript SDK of the ${api.title}`,
    ...(license === undefined ? {} : { license }),
    ...(repository === undefined ? {} : { repository }),
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    exports: { ...Object.fromEntries(entries.map(exportOf)), "./package.json": "./package.json" },
    // Source maps carry the sources.
    files: ["dist", "CHANGELOG.md"],
    scripts: { build: "tsc" },
    devDependencies: { typescript: ">=5.4" },
  };
}

/** Types first: conditions are tried in order (Node.js documentation, "Conditional exports"). */
function exportOf(entry: string): readonly [string, object] {
  const subpath = entry === "index" ? "." : `./${entry}`;
  return [subpath, { types: `./dist/${entry}.d.ts`, default: `./dist/${entry}.js` }];
}

function hasReceiver({ events }: Api): boolean {
  return events !== undefined && events.receiver;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
