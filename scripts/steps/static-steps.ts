import { checkBoundaries } from '../boundaries/check-boundaries.ts';
import { checkConfigTable } from '../config-table.ts';
import { checkSpecRules } from '../spec-rules.ts';
import { checkPhysicalStyle } from '../physical-style.ts';
import { checkStrings } from '../strings.ts';
import { toolStep, type Step } from './step.ts';

const tsc = 'node_modules/typescript/bin/tsc';

/** Everything that needs no running server, quickest answers first. */
export const staticSteps: readonly Step[] = [
  toolStep('format', ['node_modules/oxfmt/bin/oxfmt', '--check', '.']),
  toolStep('types: shared', [tsc, '-p', 'shared']),
  toolStep('types: client-sdk', [tsc, '-p', 'client-sdk']),
  toolStep('types: server', [tsc, '-p', 'server']),
  toolStep('types: client', [tsc, '-p', 'client']),
  toolStep('types: service worker', [tsc, '-p', 'client/src/worker']),
  toolStep('types: tooling', [tsc, '-p', '.']),
  toolStep('lint', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '.']),
  { name: 'boundaries', run: checkBoundaries },
  toolStep('dead code', ['node_modules/knip/bin/knip.js', '--no-progress']),
  { name: 'spec rules', run: checkSpecRules },
  { name: 'configuration', run: checkConfigTable },
  { name: 'strings', run: checkStrings },
  { name: 'either direction', run: checkPhysicalStyle },
];
