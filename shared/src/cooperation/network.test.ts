import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { SmallBoard } from '../testing/small-board.ts';
import { changeOf } from '../views/change.ts';
import { createView } from '../views/create-view.ts';
import { resultIdAt } from '../results/result-id.ts';
import { CooperationTally } from './tally.ts';

const units = ['ada', 'bo', 'cy', 'dee'];
const roles = ['performed', 'helped', 'lent'] as const;

const stepArbitrary = fc.record({
  kind: fc.constantFrom('post', 'post', 'post', 'alone', 'annul', 'decline', 'move', 'ask'),
  unit: fc.nat(3),
  partner: fc.nat(3),
  other: fc.nat(3),
  role: fc.nat(2),
  target: fc.nat(20),
});

function post(
  board: SmallBoard,
  step: { unit: number; partner: number; other: number; role: number },
) {
  const { unit, role } = step;
  const named = [...new Set([step.partner, step.other])].filter((one) => one !== unit);
  const partners = named.map((one, at) => ({
    unit: units[one] ?? '',
    role: roles[(role + at) % 3] ?? 'helped',
    weight: 1,
  }));
  board.post(units[unit] ?? '', '1', '2026-05-01', { partners, ownWeight: 1 });
  return board.state.seq;
}

it('[JT7] the network kept up as results come is the one counted anew', () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 30 }), (steps) => {
      const board = new SmallBoard();
      const kept = new CooperationTally(board.state);
      const ofUnit = new CooperationTally(board.state, 'ada');
      const posted: number[] = [];
      for (const step of steps) {
        const result = posted[step.target % Math.max(1, posted.length)];
        const unit = units[step.partner] ?? '';
        if (step.kind === 'post') posted.push(post(board, step));
        else if (step.kind === 'alone') board.post(unit, '2');
        else if (step.kind === 'move')
          board.add({ type: 'unit.put', id: unit, name: unit, sector: 'south' });
        else if (step.kind === 'ask') kept.pairs();
        else if (result !== undefined && step.kind === 'annul')
          board.add({ type: 'result.annulled', result, reason: 'x' });
        else if (result !== undefined && step.kind === 'decline')
          board.add({ type: 'partner.declined', result, unit });
      }
      const anew = new CooperationTally(board.state);
      const byKey = (rows: { from: string; to: string }[]) =>
        [...rows].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
      expect(kept.pairs()).toEqual(anew.pairs());
      expect(kept.results()).toBe(anew.results());
      expect(byKey(kept.sectors())).toEqual(byKey(anew.sectors()));
      expect(ofUnit.pairs()).toEqual(anew.pairs().filter((pair) => pair.units.includes('ada')));
    }),
  );
});

it('[JT8] a unit is told where it is named, the newest first, and whom it worked with', () => {
  const board = new SmallBoard();
  const { state } = board;
  const share = { weight: 1 };
  board.post('ada', '5', '2026-05-01', {
    ownWeight: 1,
    partners: [{ unit: 'cy', role: 'helped', ...share }],
  });
  const first = state.seq;
  board.post('bo', '6', '2026-05-02', {
    ownWeight: 3,
    partners: [{ unit: 'cy', role: 'lent', ...share }],
  });
  const view = createView(state, 'unit:cy');
  const rows = () => [...(view?.rows(0) ?? [])];
  const invitations = () => rows().filter(([key]) => key.startsWith('invitation:'));
  expect(invitations().map(([, row]) => row)).toMatchObject([
    { by: 'bo', role: 'lent', share: '0.25', value: '6.0', metric: 'output' },
    { by: 'ada', role: 'helped', share: '0.5' },
  ]);
  expect(rows().filter(([key]) => key.startsWith('with:'))).toMatchObject([
    ['with:ada', { unit: 'ada', results: 1, helpedThem: 1, helpedUs: 0 }],
    ['with:bo', { unit: 'bo', results: 1, lentThem: 1, lentUs: 0, lastAt: '2026-05-02' }],
  ]);
  const applied = board.add({ type: 'partner.declined', result: first, unit: 'cy' });
  expect(view?.touchedBy(changeOf([applied]))).toBe(true);
  expect(invitations()[1]).toMatchObject([
    `invitation:${resultIdAt(state, first)}`,
    { by: 'ada', share: '0.5', declinedAt: expect.any(String) as unknown },
  ]);
  expect(rows().some(([key]) => key === 'with:ada')).toBe(false);
});
