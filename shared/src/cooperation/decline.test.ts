import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewChange } from '../board/preview.ts';
import type { FactOf } from '../ledger/entry.ts';
import { rankingRows } from '../rankings/query.ts';
import { progression } from '../records/queries.ts';
import { findResult } from '../results/list.ts';
import { resultIdAt } from '../results/result-id.ts';
import { SmallBoard } from '../testing/small-board.ts';
import type { Aggregate } from '../vocabulary/metric.ts';

const units = ['ada', 'bo', 'cy', 'dee'];
type Partners = NonNullable<FactOf<'result.posted'>['partners']>;

interface Joint {
  unit: number;
  value: number;
  day: number;
  own: number;
  weights: number[];
}

const jointArbitrary: fc.Arbitrary<Joint> = fc.record({
  unit: fc.integer({ min: 0, max: 3 }),
  value: fc.integer({ min: -3, max: 6 }),
  day: fc.integer({ min: 1, max: 5 }),
  own: fc.integer({ min: 0, max: 3 }),
  weights: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
});

function partnersOf({ unit, weights }: Joint): Partners {
  return units
    .filter((_, at) => at !== unit)
    .map((partner, at) => ({ unit: partner, role: 'helped', weight: weights[at] ?? 1 }));
}

function postJoint(board: SmallBoard, joint: Joint, without?: string): number {
  const partners = partnersOf(joint).filter(({ unit }) => unit !== without);
  board.post(units[joint.unit] ?? '', `${joint.value}`, `2026-05-0${joint.day}`, {
    partners,
    ownWeight: joint.own,
  });
  return board.state.seq;
}

/** Everything a reader sees of records and rankings, without positions and ids. */
function picture({ state }: SmallBoard): unknown {
  const scopes = [
    { scope: 'board' as const },
    ...['north', 'south'].map((sector) => ({ scope: 'sector' as const, sector })),
    ...units.map((unit) => ({ scope: 'unit' as const, unit })),
  ];
  const sorted = (by: 'unit' | 'sector') =>
    rankingRows(state, { metric: 'output', by }).sort((a, b) =>
      `${a.unit ?? a.sector}`.localeCompare(`${b.unit ?? b.sector}`),
    );
  return {
    lines: scopes.map((scope) =>
      progression(state, { metric: 'output', ...scope }).map(({ result: _, ...mark }) => mark),
    ),
    units: sorted('unit'),
    sectors: sorted('sector'),
  };
}

describe('a partner that declines', () => {
  it('[JT1] leaves the board as if it had never been named', () => {
    fc.assert(
      fc.property(
        fc.array(jointArbitrary, { minLength: 1, maxLength: 8 }),
        fc.constantFrom<Aggregate>('best', 'sum', 'mean', 'latest'),
        fc.nat(7),
        fc.nat(2),
        (joints, aggregate, target, partner) => {
          const [declining, without] = [
            new SmallBoard({ aggregate }),
            new SmallBoard({ aggregate }),
          ];
          const at = target % joints.length;
          const unit = partnersOf(joints[at] as Joint)[partner]?.unit ?? '';
          const seqs = joints.map((joint) => postJoint(declining, joint));
          for (const [each, joint] of joints.entries())
            postJoint(without, joint, each === at ? unit : undefined);
          const fact = { type: 'partner.declined' as const, result: seqs[at] ?? 0, unit };
          expect(declining.add(fact).unfit).toBeUndefined();
          expect(picture(declining)).toEqual(picture(without));
        },
      ),
    );
  });

  it('[JT1] gives its share to the others in proportion, and the whole where nobody is left', () => {
    const board = new SmallBoard({ aggregate: 'sum' });
    board.post('ada', '10', '2026-05-01', {
      ownWeight: 5,
      partners: [
        { unit: 'bo', role: 'helped', weight: 3 },
        { unit: 'cy', role: 'lent', weight: 2 },
      ],
    });
    const result = board.state.seq;
    const id = resultIdAt(board.state, result);
    board.add({ type: 'partner.declined', result, unit: 'cy' });
    expect(findResult(board.state, id)?.partners).toEqual([
      { unit: 'bo', role: 'helped', share: '0.375' },
    ]);
    board.add({ type: 'partner.declined', result, unit: 'bo' });
    expect(findResult(board.state, id)?.partners).toEqual([]);
    expect(rankingRows(board.state, { metric: 'output' })).toMatchObject([
      { unit: 'ada', score: '10.0' },
    ]);
  });

  it('[JT2] says what it lost and who declined; a second time it does not fit', () => {
    const board = new SmallBoard();
    board.post('ada', '5', '2026-05-01');
    board.post('bo', '9', '2026-05-02', {
      ownWeight: 1,
      partners: [{ unit: 'cy', role: 'helped', weight: 1 }],
    });
    const result = board.state.seq;
    const fact = { type: 'partner.declined' as const, result, unit: 'cy', reason: 'not us' };
    const preview = previewChange(board.state, board.entryOf(fact));
    const applied = board.add(fact);
    expect(preview.revision).toEqual(applied.revision);
    expect(applied.happenings[0]).toMatchObject({
      kind: 'partner-declined',
      declined: 'cy',
      share: '0.5',
      reason: 'not us',
      lost: [{ scope: 'unit', key: 'cy', now: null }],
    });
    expect(applied.revision?.ranking).toContainEqual({
      metric: 'output',
      unit: 'cy',
      before: 1,
      after: null,
    });
    expect(board.state.books.cooperation.declined.get(result)).toMatchObject([
      { unit: 'cy', role: 'helped', share: '0.5', reason: 'not us' },
    ]);
    expect(board.add(fact).unfit).toBe('declined');
  });
});
