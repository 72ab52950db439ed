/**
 * Makes V8 optimise later. A run is over before most of what it optimises has paid for it: on GitHub's document the
 * optimising compilers take a quarter of the processor time of Node 24 by themselves. Larger documents still get there.
 *
 * The flags are those of the versions that were measured; others run as they are.
 */
export function tuneV8(): void {
  const { node, bun, deno } = process.versions;
  const flags =
    bun === undefined && deno === undefined ? FLAGS.get(node.split(".", 1)[0] ?? "") : undefined;
  if (flags === undefined) return;
  // Loading it takes as long as loading a command, so only who generates does.
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  for (const flag of flags) setFlagsFromString(flag);
}

/** By major version of Node. 20 has one optimising compiler, 24 a quick one before it. */
const FLAGS: ReadonlyMap<string, readonly string[]> = new Map([
  ["20", ["--interrupt-budget=1000000"]],
  ["24", ["--invocation-count-for-maglev=5000", "--invocation-count-for-turbofan=50000"]],
]);
