import { existsSync } from "node:fs";

/** Where the code of a thread is: beside this module in the sources, in the folder around the chunks in the build. */
export function workerPath(): URL {
  const places = ["./worker.ts", "./worker.js", "../worker.js"].map(
    (path) => new URL(path, import.meta.url),
  );
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error("worker.js is missing from the build");
  return found;
}
