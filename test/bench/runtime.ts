/*
 * npm run bench:runtime [-- NODE...]
 *
 * Bytes of one call in a bundle, and calls per second as a ratio to a bare fetch
 * and its JSON against the same stub, on this Node and on others given by path.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { callModule, sizeOfOneCall } from "./runtime-bundle.ts";

for (const client of ["client", "client-without-retry"] as const) {
  const { minified, gzipped } = await sizeOfOneCall(client);
  console.log(`${client}: ${minified} bytes minified, ${gzipped} gzipped`);
}

const folder = mkdtempSync(join(tmpdir(), "runtime-bench-"));
const module = join(folder, "call.mjs");
writeFileSync(module, await callModule());
const script = join(dirname(fileURLToPath(import.meta.url)), "runtime-rate.mjs");
for (const node of [process.execPath, ...process.argv.slice(2)]) {
  const line = execFileSync(node, [script, module], { encoding: "utf8" });
  const { node: version, ratio, bareMicroseconds, oursMicroseconds } = JSON.parse(line);
  const costs = `${bareMicroseconds.toFixed(2)} µs bare, ${oursMicroseconds.toFixed(2)} µs ours`;
  console.log(`${version}: ratio ${ratio.toFixed(3)} (${costs})`);
}
rmSync(folder, { recursive: true });
