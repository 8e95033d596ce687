import type { Entry } from '@emulation/shared';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Intake } from './intake.ts';
import { draft } from './testing/facts.ts';

function entry(seq: number): Entry {
  const { fact, actor, at } = draft({ type: 'sector.put', id: 's', name: `S ${seq}` });
  return { board: 'mill', epoch: 'e', seq, at, actor, fact };
}

test('[ND1] entries leave in sequence, each once, however doubled and disordered they came', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 30 })),
      fc.integer({ min: 1, max: 7 }),
      (seqs, limit) => {
        const intake = new Intake(1_000);
        let at = 0;
        for (const seq of seqs) {
          intake.offer([entry(seq)], at);
          const taken = intake.take(at, limit);
          expect(taken.map((each) => each.seq)).toEqual(taken.map((_, i) => at + i + 1));
          at += taken.length;
        }
        for (let taken = intake.take(at, limit); taken.length > 0; taken = intake.take(at, limit)) {
          at += taken.length;
        }
        const present = new Set(seqs);
        expect(present.has(at + 1)).toBe(false);
        expect(Array.from({ length: at }, (_, i) => present.has(i + 1))).not.toContain(false);
        expect(intake.target).toBe(Math.max(0, ...seqs));
      },
    ),
  );
});

test('[ND1] what does not fit is forgotten and only its position remembered', () => {
  const intake = new Intake(2);
  intake.offer([entry(1), entry(2), entry(3)], 0);
  expect(intake.take(0, 10).map(({ seq }) => seq)).toEqual([1, 2]);
  expect(intake.target).toBe(3);
});
