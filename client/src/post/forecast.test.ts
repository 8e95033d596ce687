import {
  applyEntry,
  createBoardState,
  createView,
  draftResult,
  type Fact,
  type Metric,
  type RankingRow,
  type RecordRow,
} from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { forecast } from './forecast.ts';

const metric: Metric = {
  id: 'm',
  name: 'Output',
  unitOfMeasure: 't',
  direction: 'higher',
  decimals: 1,
  aggregate: 'best',
  recordsPer: 'instant',
  breakthroughMargin: '5',
};
const posted: [string, string][] = [
  ['a', '90.0'],
  ['b', '80.0'],
  ['c', '80.0'],
  ['d', '70.0'],
];

/** The same fold that the server runs, so that the forecast is held against the truth. */
function openBoard(of: Metric) {
  const state = createBoardState('b');
  const put = (fact: Fact) =>
    applyEntry(state, {
      board: 'b',
      epoch: 'e',
      seq: state.seq + 1,
      at: '2026-11-24T10:00:00.000Z',
      actor: 't',
      fact,
    });
  put({ type: 'board.opened', name: 'B', timeZone: 'UTC', visibility: 'public' });
  for (const sector of ['s1', 's2']) put({ type: 'sector.put', id: sector, name: sector });
  for (const unit of 'abcde')
    put({ type: 'unit.put', id: unit, name: unit, sector: unit < 'c' ? 's1' : 's2' });
  put({ type: 'metric.put', ...of });
  const post = (unit: string, value: string) => {
    const drafted = draftResult(
      state,
      { unit, metric: 'm', value, achievedAt: '2026-11-20' },
      Date.parse('2026-11-24'),
    );
    if (!('fact' in drafted)) throw new Error(JSON.stringify(drafted));
    return put(drafted.fact);
  };
  for (const [unit, value] of posted) post(unit, value);
  const rows = <T>(topic: string) => [...(createView(state, topic)?.rows(0).values() ?? [])] as T[];
  return { post, rows };
}

function ask(unit: string, value: string, of: Metric = metric) {
  const board = openBoard(of);
  const rows = board.rows<{ kind: string }>(`unit:${unit}`);
  // The topic's rows say by `kind` what they are.
  const best = rows.find((row) => row.kind === 'best') as RecordRow | undefined;
  const ranking = board.rows<RankingRow>('ranking:m');
  const own = ranking.find((row) => row.unit === unit);
  const sector = unit < 'c' ? 's1' : 's2';
  const records = board.rows<RecordRow>('records');
  const told = forecast({
    metric: of,
    unit,
    sector,
    value,
    parties: 1,
    best,
    records,
    ranking,
    own,
  });
  return { told, outcome: board.post(unit, value).outcome };
}

describe('forecast', () => {
  it('[UI61] tells for each scope what a value would break, equal or miss, and by how much', () => {
    const { told } = ask('c', '85');
    expect(told.marks).toMatchObject([
      { scope: 'unit', side: 'better', standing: '80.0', margin: { by: '5.0', percent: '6.3' } },
      { scope: 'sector', side: 'better', margin: { by: '5.0' }, breakthrough: true },
      { scope: 'board', side: 'worse', margin: { by: '5.0' }, breakthrough: false },
    ]);
  });

  it('[UI61] tells the place, whom it would overtake and who is next in reach', () => {
    expect(ask('d', '85').told.place).toEqual({
      before: 4,
      after: 2,
      overtaken: ['b', 'c'],
      next: { unit: 'a', by: '5.0' },
      isAbout: false,
    });
    expect(ask('a', '95').told.place).toMatchObject({ before: 1, after: 1, overtaken: [] });
  });

  it('[UI61] a unit without a result has no place to come from and no best to beat', () => {
    const { told } = ask('e', '60');
    expect(told.place).toMatchObject({ before: null, after: 5, overtaken: [] });
    expect(told.marks[0]).toMatchObject({ scope: 'unit', side: 'first' });
  });

  it.each(['best', 'sum', 'mean', 'latest'] as const)(
    '[UI62] with %s it says what the board then does',
    (aggregate) => {
      for (const [unit, value] of [
        ['d', '85'],
        ['b', '90'],
        ['e', '100'],
        ['c', '10'],
        ['a', '90'],
      ] as const) {
        const { told, outcome } = ask(unit, value, { ...metric, aggregate });
        const place = outcome?.ranking.find((one) => one.unit === unit);
        expect([told.place?.before, told.place?.after]).toEqual([place?.before, place?.after]);
        const broken = outcome?.records
          .filter((one) => one.kind === 'broken')
          .map((one) => one.scope);
        const foretold = told.marks.filter((one) => one.side === 'better' || one.side === 'first');
        expect(foretold.map((one) => one.scope).sort()).toEqual(broken?.sort());
        const overtaken =
          outcome?.overtakes.filter((one) => one.unit === unit).flatMap((one) => one.overtaken) ??
          [];
        expect([...(told.place?.overtaken ?? [])].sort()).toEqual(overtaken.sort());
      }
    },
  );
});
