import { expect, test } from "vitest";
import { sizeOfOneCall } from "../bench/runtime-bundle.ts";

// What one call costs a page: `npm run bench:runtime` tells the figures. These are ceilings, to be lowered with them.
test("one call with retries, time limits, paging, typed errors and auth fits its budget", async () => {
  expect((await sizeOfOneCall("client")).gzipped).toBeLessThanOrEqual(2_724);
});

test("one call without retries fits its budget", async () => {
  expect((await sizeOfOneCall("client-without-retry")).gzipped).toBeLessThanOrEqual(2_262);
});
