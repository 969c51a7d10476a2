import { defineConfig } from "vitest/config";

// No test changes what modules hold, so files share them: setting each up anew took longer than the tests.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    pool: "forks",
    isolate: false,
    maxWorkers: "100%",
  },
});
