import { relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** True for a place on the web, which only the network leads to. */
export function isWebAddress(place: string): boolean {
  return /^https?:\/\//i.test(place);
}

/** True for a URL, also of a scheme that is refused where it is read; everything else that a user names is a path. */
export function isUrl(place: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(place);
}

/** The URL that a path or URL given by the user stands for. Paths are relative to `folder`. */
export function toUrl(input: string, folder: string): URL {
  if (isUrl(input)) return withoutFragment(new URL(input));
  return pathToFileURL(resolve(folder, input));
}

/** The document that an address is in. */
export function withoutFragment(url: URL): URL {
  const bare = new URL(url);
  bare.hash = "";
  return bare;
}

/** As people see it: the path relative to `folder` with `/`, or the URL without user name and password. */
export function displayName(url: URL, folder: string): string {
  if (url.protocol !== "file:") {
    const shown = new URL(url);
    shown.username = "";
    shown.password = "";
    return shown.href;
  }
  return relative(folder, fileURLToPath(url)).split(sep).join("/") || ".";
}
