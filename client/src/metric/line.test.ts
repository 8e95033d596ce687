import { expect, it } from 'vitest';
import type { Vocabulary } from '../store/board-store.ts';
import { readLine } from './line.ts';

it('[SP18] the address says whose line is drawn; what the board does not have is the board’s line', () => {
  const vocabulary: Vocabulary = {
    status: 'ready',
    sectors: new Map([['north', { kind: 'sector', id: 'north', name: 'North' }]]),
    units: new Map([['ada', { kind: 'unit', id: 'ada', name: 'Ada', sector: 'north' }]]),
    metrics: new Map(),
    drives: new Map(),
  };
  const read = (text: string) => readLine(new URLSearchParams(text), vocabulary);
  expect(read('scope=sector&of=north')).toEqual({ scope: 'sector', of: 'north' });
  expect(read('scope=unit&of=ada')).toEqual({ scope: 'unit', of: 'ada' });
  expect(read('scope=unit&of=bo')).toEqual({ scope: 'board', of: '' });
  expect(read('')).toEqual({ scope: 'board', of: '' });
});
