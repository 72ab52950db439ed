import manifest from "../../package.json" with { type: "json" };

/**
 * Why Deckhand can not run on a version of Node, as one line; undefined where it can. Older ones lack what its modules
 * need when they are loaded, and would answer with a stack trace.
 */
export function refuseNode(version: string): string | undefined {
  const [, needed = ""] = manifest.engines.node.split(">=");
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split(".").map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return undefined;
  return `Deckhand needs Node.js ${needed} or newer; this is ${version}.\n`;
}
