import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progression } from '../records/queries.ts';
import { resultIdAt, seqOfResultId } from '../results/result-id.ts';
import { rankingRows, tableRows } from '../rankings/query.ts';
import { oracleProgression, oracleRanking, unitsOfResult } from '../testing/oracle.ts';
import {
  metricArbitrary,
  Scenario,
  sectorIds,
  stepArbitrary,
  unitIds,
  type Step,
} from '../testing/scenario.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import { applyEntry } from './fold.ts';
import { dumpBoard, loadBoard } from './snapshot.ts';
import { createBoardState, type BoardState } from './state.ts';

// Every host of the tests has it; the package itself is written for none.
const { structuredClone } = globalThis as unknown as {
  structuredClone: (value: unknown) => unknown;
};

const stepsArbitrary = fc.array(stepArbitrary, { minLength: 1, maxLength: 40 });

function play(scenario: Scenario, steps: readonly Step[]): Scenario {
  for (const step of steps) scenario.take(step);
  return scenario;
}

type ScopeQuery = Parameters<typeof progression>[1];

function allScopes(): ScopeQuery[] {
  return [
    { metric: 'm', scope: 'board' },
    ...sectorIds.map((sector): ScopeQuery => ({ metric: 'm', scope: 'sector', sector })),
    ...unitIds.map((unit): ScopeQuery => ({ metric: 'm', scope: 'unit', unit })),
  ];
}

function oracleLine({ results, metric }: Scenario, query: ScopeQuery) {
  const inScope = results.filter((result) => {
    if (query.scope === 'board') return true;
    return query.scope === 'sector'
      ? result.sector === query.sector
      : unitsOfResult(result).includes(query.unit ?? '');
  });
  return oracleProgression(inScope, metric, query.scope === 'unit');
}

/** Everything a reader can see of records and rankings, without ids. */
function picture(state: BoardState): unknown {
  const metric = state.metrics.get('m');
  return {
    lines: allScopes().map((query) =>
      progression(state, query).map(({ result: _, state: __, ...mark }) => mark),
    ),
    table: metric && tableRows(state, metric, metric.table, 10),
    ranking: rankingRows(state, { metric: 'm', tieBreaks: [{ kind: 'earliest' }] }),
    sectors: rankingRows(state, { metric: 'm', by: 'sector' }),
  };
}

/** Rows of equal place come in the order of first appearance, which arrival decides. */
function settled(value: unknown): unknown {
  const { lines, table, ranking, sectors } = value as Record<string, { unit?: string }[]>;
  const sort = (rows: { unit?: string; sector?: string }[] = []) =>
    [...rows].sort((a, b) => `${a.unit ?? a.sector}`.localeCompare(`${b.unit ?? b.sector}`));
  return { lines, table: sort(table), ranking: sort(ranking), sectors: sort(sectors) };
}

describe('the fold', () => {
  it('[FD1] the record lines of every scope are those of the naive rules', () => {
    fc.assert(
      fc.property(metricArbitrary, stepsArbitrary, (metric, steps) => {
        const scenario = play(new Scenario(metric), steps);
        for (const query of allScopes()) {
          const line = progression(scenario.state, query).map(({ result, kind }) => ({
            seq: seqOfResultId(scenario.state, result),
            kind,
          }));
          expect(line).toEqual(oracleLine(scenario, query));
        }
      }),
      { numRuns: 600 },
    );
  });

  it('[FD2] the standing ranking is that of the naive rules, for every aggregate', () => {
    fc.assert(
      fc.property(metricArbitrary, stepsArbitrary, (metric, steps) => {
        const { state, results } = play(new Scenario(metric), steps);
        const held = state.metrics.get('m');
        const rows = held ? tableRows(state, held, held.table, 100) : [];
        const expected = oracleRanking(results, metric);
        expect(rows.length).toBe(expected.size);
        for (const row of rows) {
          const naive = expected.get(row.unit ?? '');
          expect(row).toMatchObject({
            place: naive?.place,
            score: formatMinor(naive?.score ?? NaN, 1),
            results: naive?.results,
          });
        }
        expect(rankingRows(state, { metric: 'm' })).toEqual(rows);
      }),
      { numRuns: 600 },
    );
  });

  it('[FD3] a snapshot and the entries after it are the board of all entries', () => {
    fc.assert(
      fc.property(metricArbitrary, stepsArbitrary, fc.nat(40), (metric, steps, cut) => {
        const { entries, state } = play(new Scenario(metric), steps);
        const first = createBoardState('test');
        for (const entry of entries.slice(0, cut)) applyEntry(first, entry);
        const restored = loadBoard(structuredClone(dumpBoard(first)));
        for (const entry of entries.slice(cut)) applyEntry(restored, entry);
        expect(picture(restored)).toEqual(picture(state));
        expect(restored.feed).toEqual(state.feed);
      }),
      { numRuns: 200 },
    );
  });

  it('[FD4] the order in which the same facts arrive does not matter', () => {
    const postsArbitrary = fc.uniqueArray(stepArbitrary, {
      minLength: 2,
      maxLength: 25,
      selector: (step) => step.hour,
    });
    fc.assert(
      fc.property(
        metricArbitrary,
        postsArbitrary,
        fc.infiniteStream(fc.nat()),
        (metric, steps, keys) => {
          const posts = steps.map((step): Step => ({ ...step, kind: 'post', dateOnly: false }));
          const order = new Map(posts.map((post) => [post, keys.next().value ?? 0]));
          const shuffled = [...posts].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
          const one = play(new Scenario(metric), posts);
          const other = play(new Scenario(metric), shuffled);
          expect(settled(picture(other.state))).toEqual(settled(picture(one.state)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('[FD5] a result annulled and posted again leaves the board as if never annulled', () => {
    const distinct = fc.uniqueArray(stepArbitrary, {
      minLength: 1,
      maxLength: 25,
      selector: (step) => step.hour,
    });
    fc.assert(
      fc.property(metricArbitrary, distinct, fc.nat(), (metric, steps, pick) => {
        const posts = steps.map((step): Step => ({ ...step, kind: 'post', dateOnly: false }));
        const again = posts[pick % posts.length] as Step;
        const kept = play(new Scenario(metric), posts);
        const redone = play(new Scenario(metric), posts);
        const target = redone.results[pick % posts.length];
        redone.add({ type: 'result.annulled', result: target?.seq ?? 0, reason: 'false start' });
        redone.take(again);
        expect(settled(picture(redone.state))).toEqual(settled(picture(kept.state)));
      }),
      { numRuns: 300 },
    );
  });

  it('[FD6] an entry out of sequence is refused and changes nothing', () => {
    const { state, entries } = new Scenario({
      direction: 'higher',
      aggregate: 'best',
      recordsPer: 'instant',
    });
    const [first] = entries;
    expect(() => applyEntry(state, { ...first, seq: 99 } as NonNullable<typeof first>)).toThrow(
      RangeError,
    );
    expect(state.seq).toBe(entries.length);
  });

  it('[FD7] a result id names its position, its board and its epoch, and no other text does', () => {
    const { state } = new Scenario({ direction: 'higher', aggregate: 'best', recordsPer: 'day' });
    const id = resultIdAt(state, 3);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(seqOfResultId(state, id)).toBe(3);
    expect(
      seqOfResultId(
        state,
        id.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
    ).toBe(undefined);
    expect(seqOfResultId({ ...state, board: 'other' }, id)).toBe(undefined);
    expect(seqOfResultId(state, 'nonsense')).toBe(undefined);
  });
});
