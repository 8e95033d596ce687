import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Unit tests and contract suites; the whole-system tests have their own in e2e/. */
const project = (name: string) => ({
  test: {
    name,
    root: name,
    include: ['**/*.test.{ts,tsx}'],
    // A process of its own for each file would load the whole server as often.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Patience is for slow machines, not part of what is asserted.
    expect: { poll: { timeout: 20_000 } },
  },
});

export default defineConfig({
  test: {
    // Every suite brings its own schema, folder and ports; most of the time many of them wait.
    maxWorkers: availableParallelism() + 1,
    projects: ['shared', 'client-sdk', 'client', 'server', 'scripts', 'reliability'].map(project),
  },
});
