import { defineConfig } from 'vitest/config';

/** Unit tests and contract suites; the whole-system tests have their own in e2e/. */
const project = (name: string) => ({
  test: {
    name,
    root: name,
    include: ['**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: { projects: ['shared', 'server', 'client', 'scripts'].map(project) },
});
