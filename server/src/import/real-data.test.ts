import { setImmediate } from 'node:timers/promises';
import {
  dayNumber,
  progression,
  rankingRows,
  scopes,
  type BoardState,
  type RecordQuery,
  type Scope,
} from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { openImportBoard, readDemo, readMilk } from './testing/import-board.ts';

function linesOf(
  state: BoardState,
  scope: Scope,
): (Omit<RecordQuery, 'metric'> & { scope: Scope })[] {
  if (scope === 'board') return [{ scope }];
  if (scope === 'sector') return [...state.sectors.keys()].map((sector) => ({ scope, sector }));
  return [...state.units.keys()].map((unit) => ({ scope, unit }));
}

/** Marks after the first of every line: new ones and equalled ones. */
function countMarks(state: BoardState, scope: Scope): { new: number; equalled: number } {
  const count = { new: 0, equalled: 0 };
  for (const metric of state.metrics.keys())
    for (const line of linesOf(state, scope))
      for (const { kind } of progression(state, { ...line, metric }).slice(1)) count[kind]++;
  return count;
}

function countAll(state: BoardState) {
  const counts = scopes.map((scope) => [scope, countMarks(state, scope)] as const);
  return Object.fromEntries(counts);
}

/** The file's own replay: line after line, each day's lines one after the other. */
const replays = {
  long: {
    unit: { new: 2435, equalled: 3761 },
    sector: { new: 192, equalled: 3676 },
    board: { new: 48, equalled: 3666 },
  },
  months: {
    unit: { new: 1586, equalled: 117 },
    sector: { new: 137, equalled: 10 },
    board: { new: 34, equalled: 5 },
  },
};

/** As imported, only the best of a day stands: the day's lesser marks are not in the lines. */
const perDay = {
  long: {
    unit: { new: 2435, equalled: 3761 },
    sector: { new: 110, equalled: 3668 },
    board: { new: 24, equalled: 3665 },
  },
  months: {
    unit: { new: 1586, equalled: 117 },
    sector: { new: 64, equalled: 4 },
    board: { new: 15, equalled: 3 },
  },
};

type Board = Awaited<ReturnType<typeof openImportBoard>>;

async function countEveryLine({ host, put }: Board) {
  const metrics = [...host.state.metrics.values()].map(({ metric }) => metric);
  await put(...metrics.map((metric) => ({ ...metric, type, recordsPer: 'instant' as const })));
  return countAll(host.state);
}
const type = 'metric.put' as const;

describe('real data', () => {
  it('[IM18] the long file: 56,021 results, and every record of its replay', async () => {
    const board = await openImportBoard();
    const file = readDemo('sncf_tgv.csv.gz');
    expect(await board.add(file)).toMatchObject({
      added: { sectors: 5, units: 122, metrics: 5, results: 56_021 },
      lines: 56_021,
      duplicates: 0,
    });
    expect(await board.add(file)).toMatchObject({ added: { results: 0 }, duplicates: 56_021 });
    expect(countAll(board.host.state)).toEqual(perDay.long);
    expect(await countEveryLine(board)).toEqual(replays.long);
  });

  it('[IM18] 36 months: the records of its replay, and those that stand per day', async () => {
    const board = await openImportBoard();
    await board.add(readDemo('sncf_tgv_36_months.csv'));
    expect(countAll(board.host.state)).toEqual(perDay.months);
    expect(await countEveryLine(board)).toEqual(replays.months);
  });

  it('[IM18] milk: California passes Wisconsin in 1993', async () => {
    const board = await openImportBoard();
    await board.add(readMilk());
    const { state } = board.host;
    const leaders = ['1992', '1993'].map((year) => {
      const [from, to] = [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)];
      return rankingRows(state, { metric: 'milk_produced', from, to, limit: 1 })[0]?.unit;
    });
    expect(leaders).toEqual(['wisconsin', 'california']);
    expect(countMarks(state, 'unit')).toEqual({ new: 633, equalled: 13 });
    expect(await countEveryLine(board)).toMatchObject({
      sector: { new: 202 },
      board: { new: 35 },
    });
  });

  it('[IM18] others have their turn while a long file is imported', async () => {
    const { add } = await openImportBoard();
    let turns = 0;
    let isDone = false;
    const counting = (async () => {
      while (!isDone) {
        await setImmediate();
        turns++;
      }
    })();
    await add(readDemo('sncf_tgv_36_months.csv'));
    isDone = true;
    await counting;
    expect(turns).toBeGreaterThan(50);
  });
});
