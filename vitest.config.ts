import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Unit tests and contract suites; the whole-system tests have their own in e2e/. */
const project = (name: string, isolate: boolean) => ({
  test: {
    name,
    root: name,
    include: ['**/*.test.{ts,tsx}'],
    isolate,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    // Every suite brings its own schema, folder and ports; most of the time many of them wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What knows no process and no clock needs no process of its own.
    projects: [
      project('shared', false),
      project('client-sdk', false),
      project('client', false),
      project('server', true),
      project('scripts', true),
      project('reliability', true),
    ],
  },
});
