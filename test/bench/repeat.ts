type Members = Record<string, unknown>;

/** A document that holds another one several times, side by side: paths, components and operations under other names. */
export function repeatDocument(text: string, times: number): unknown {
  const first = JSON.parse(text) as Members;
  const copies = Array.from({ length: times - 1 }, (_, index) => copyOf(text, index + 2));
  const components = [first, ...copies].map((one) => one["components"] as Members);
  const sections = [...new Set(components.flatMap((one) => Object.keys(one)))];
  return {
    ...first,
    paths: merge([first, ...copies].map((one) => one["paths"])),
    "x-webhooks": merge([first, ...copies].map((one) => one["x-webhooks"])),
    components: Object.fromEntries(
      sections.map((section) => [section, merge(components.map((one) => one[section]))]),
    ),
  };
}

function merge(parts: readonly unknown[]): unknown {
  return Object.assign({}, ...parts) as unknown;
}

/** The document with a number behind every name in it. */
function copyOf(text: string, number: number): Members {
  const renamed = text
    .replace(/"#\/components\/(\w+)\/([^"/]+)/g, `"#/components/$1/$2-copy${number}`)
    .replace(/"operationId":\s*"([^"]+)"/g, `"operationId":"$1-copy${number}"`)
    .replace(/"tags":\s*\["([^"]+)"/g, `"tags":["$1-copy${number}"`);
  const document = JSON.parse(renamed) as Members;
  const components = Object.entries(document["components"] as Members);
  return {
    paths: renameKeys(document["paths"], (path) => `/copy${number}${path}`),
    "x-webhooks": renameKeys(document["x-webhooks"], (name) => `${name}-copy${number}`),
    components: Object.fromEntries(
      components.map(([section, parts]) => [
        section,
        renameKeys(parts, (name) => `${name}-copy${number}`),
      ]),
    ),
  };
}

function renameKeys(members: unknown, rename: (key: string) => string): unknown {
  const entries = Object.entries((members ?? {}) as Members);
  return Object.fromEntries(entries.map(([key, value]) => [rename(key), value]));
}
