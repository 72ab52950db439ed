import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isWebAddress } from "../../load/address.ts";
import { type Invocation, optionText } from "../command.ts";
import { CONFIG_NAMES } from "../config/read-config.ts";
import type { Settings } from "../settings.ts";

/** Which files decide what comes out for each SDK, as far as its runs have shown. */
export class KnownFiles {
  /** By the path of the output. */
  readonly #sources = new Map<string, readonly string[]>();

  /** After a run; `sources` are what it read, undefined when it ended before anybody knew. */
  add(settings: Settings, sources: readonly string[] | undefined): void {
    const before = this.of(settings);
    const { path } = settings.output;
    this.#sources.set(path, [...new Set([...namedBy(settings), ...(sources ?? before)])]);
  }

  of(settings: Settings): readonly string[] {
    return this.#sources.get(settings.output.path) ?? namedBy(settings);
  }
}

/** Where the configuration is or could come into being. */
export function configPaths(invocation: Invocation): readonly string[] {
  const { folder } = invocation.terminal;
  const given = optionText(invocation, "config");
  return (given === undefined ? CONFIG_NAMES : [given]).map((name) => resolve(folder, name));
}

function namedBy({ input, overlays, eventsPage }: Settings): readonly string[] {
  return [input, ...overlays, ...(eventsPage === undefined ? [] : [eventsPage])]
    .filter((place) => !isWebAddress(place))
    .map((place) => (place.startsWith("file:") ? fileURLToPath(place) : place));
}
