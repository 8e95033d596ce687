import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Compares what two servers say in which order: whoever shares the processor would be heard in it. */
const alone = '**/http/freeze/freeze.test.ts';

/** Unit tests and contract suites; the whole-system tests have their own in e2e/. */
const project = (name: string) => ({
  test: {
    name,
    root: name,
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', alone],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { groupOrder: 1 },
  },
});

export default defineConfig({
  test: {
    // Every suite brings its own schema, folder and ports; most of the time many of them wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      ...['shared', 'client-sdk', 'server', 'client', 'scripts'].map(project),
      {
        test: {
          name: 'alone',
          root: 'server',
          include: [alone],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 0 },
        },
      },
    ],
  },
});
