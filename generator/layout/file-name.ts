/**
 * A file name, without extension, from any text: `[a-z0-9-]` only, 1 to 60 characters, no dash at either end,
 * and never a name that Windows reserves. `TaskRuns` and `task_runs` are both `task-runs`, `listAPIs` is `list-apis`.
 *
 * Different texts may give the same name; telling them apart is the layout's job.
 */
export function fileName(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]{2})s(?![a-z])/g, "$1S")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const name = words.replace(/^-/, "").slice(0, longest).replace(/-$/, "");
  if (name === "") return UNNAMED;
  return windowsReserved.test(name) ? `${name}-file` : name;
}

/** The file name of a text without a letter or digit that file names have. */
export const UNNAMED = "unnamed";

const longest = 60;

/** Device names, which Windows reserves with any extension. */
const windowsReserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
