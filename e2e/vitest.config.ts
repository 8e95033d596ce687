import { defineConfig } from 'vitest/config';

/** Each file has servers and a browser of its own; two of them wait for each other's screens. */
export default defineConfig({
  test: {
    name: 'e2e',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A browser on a busy machine is not always in time; what fails twice is wrong, and both are told.
    retry: 1,
    expect: { poll: { timeout: 20_000 } },
  },
});
