import { isAbsolute, resolve } from "node:path";

/** A path made absolute, or a URL as it is. */
export function locate(place: string | undefined, folder: string): string | undefined {
  if (place === undefined || /^(?:https?|file):\/\//i.test(place) || isAbsolute(place))
    return place;
  return resolve(folder, place);
}
