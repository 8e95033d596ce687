import { expect, it } from 'vitest';
import { createZone, importProblemCodes } from '@emulation/shared';
import { columns, type Column } from './column.ts';
import { createRowReader } from './row.ts';
import { say } from './saying.ts';

const good: Record<Column, string> = {
  sector: 'North',
  unit: 'Alpha',
  metric: 'Output',
  unit_of_measure: 't',
  direction: 'higher',
  achieved_at: '2026-06-30',
  value: '12.30',
  partners: '',
  note: '',
};
const order = Object.fromEntries(columns.map((column, at) => [column, at])) as Record<
  Column,
  number
>;
const read = createRowReader(order, createZone('UTC'), Date.parse('2026-07-01T00:00:00Z'));
const codesOf = (cells: Partial<typeof good>) => {
  const row = { ...good, ...cells };
  const outcome = read(
    columns.map((column) => row[column]),
    2,
  );
  return outcome.kind === 'row' ? [] : outcome.problems.map(({ said }) => said.code);
};

it('[IM29] whatever is wrong with a cell has a code of its own, also what a shared schema says', () => {
  expect(codesOf({})).toEqual([]);
  const bad: [Partial<typeof good>, string][] = [
    [{ unit: ' ' }, 'empty'],
    [{ unit: 'x'.repeat(201) }, 'too-long'],
    [{ note: 'x'.repeat(100_000) }, 'too-long'],
    [{ metric: 'a\u0007b' }, 'control-characters'],
    [{ unit_of_measure: 'x'.repeat(41) }, 'too-long'],
    [{ direction: 'up' }, 'direction'],
    [{ achieved_at: '30.6.2026' }, 'no-date'],
    [{ achieved_at: '2026-09-01' }, 'future'],
    [{ value: 'much' }, 'no-number'],
    [{ value: '1'.repeat(40) }, 'many-digits'],
    [{ partners: 'Beta;Beta' }, 'named-twice'],
    [{ partners: 'Alpha' }, 'own-partner'],
  ];
  for (const [cells, code] of bad) expect([cells, codesOf(cells)]).toEqual([cells, [code]]);
});

it('[IM29] a code is filled by its parameters, and its English says the same', () => {
  expect(say('line-says', { of: 3, says: 't' })).toEqual({
    code: 'line-says',
    params: { of: 3, says: 't' },
    message: 'line 3 says "t"',
  });
  for (const code of importProblemCodes) expect(say(code).message).not.toContain('{');
});
