import { expect, it } from 'vitest';
import { applyEntry } from '../board/fold.ts';
import { createBoardState } from '../board/state.ts';
import { Pulse } from '../pulse/pulse.ts';
import { pulseRows } from '../pulse/rows.ts';
import type { Fact } from '../ledger/entry.ts';

it('[LC5] what is retired is not in the pulse and stands still nowhere', () => {
  const state = createBoardState('b');
  let seq = 0;
  const apply = (fact: Fact, at = '2026-01-01T12:00:00.000Z') =>
    applyEntry(state, { board: 'b', epoch: 'e', seq: ++seq, at, actor: 'a', fact });
  apply({ type: 'board.opened', name: 'B', timeZone: 'UTC', visibility: 'public' });
  apply({ type: 'sector.put', id: 's', name: 'S' });
  for (const id of ['one', 'two']) apply({ type: 'unit.put', id, name: id, sector: 's' });
  for (const id of ['m', 'n'])
    apply({
      type: 'metric.put',
      id,
      name: id,
      unitOfMeasure: 't',
      direction: 'higher',
      decimals: 0,
      aggregate: 'best',
      recordsPer: 'instant',
      standstillDays: 5,
    });
  for (const unit of ['one', 'two'])
    for (const metric of ['m', 'n'])
      apply({
        type: 'result.posted',
        unit,
        metric,
        value: '1',
        achievedAt: '2026-01-01',
        sector: 's',
      });
  const now = Date.parse('2026-02-01T12:00:00Z');
  const pulse = new Pulse(state);
  const keys = () => [...pulseRows(pulse, now)].map(([key]) => key);
  const about = (text: string) => keys().filter((key) => key.split(/[:|]/).includes(text));
  expect(about('two').length).toBeGreaterThan(1);
  expect(about('n').length).toBeGreaterThan(1);
  apply({ type: 'vocabulary.retired', what: 'unit', id: 'two' });
  apply({ type: 'vocabulary.retired', what: 'metric', id: 'n' });
  expect(about('two')).toEqual([]);
  expect(about('n')).toEqual([]);
  expect(about('one').length).toBeGreaterThan(0);
  apply({ type: 'vocabulary.restored', what: 'unit', id: 'two' });
  expect(about('two').length).toBeGreaterThan(0);
});
