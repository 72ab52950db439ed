import { isAbsolute, resolve } from "node:path";
import { isUrl } from "../load/address.ts";

/** A path made absolute, or a URL as it is. */
export function locate(place: string | undefined, folder: string): string | undefined {
  if (place === undefined || isUrl(place) || isAbsolute(place)) return place;
  return resolve(folder, place);
}
