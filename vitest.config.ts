import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Two processes suit the two cores of the smallest machine; type tests start compilers of their own.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // Tests that touch the disk or a compiler may be slow; anything else above this is worth a look.
    slowTestThreshold: 2000,
    unstubEnvs: true,
    restoreMocks: true,
  },
});
