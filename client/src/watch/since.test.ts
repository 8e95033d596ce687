import type { Happening } from '@emulation/shared';
import { expect, it } from 'vitest';
import { changesSince, sinceOf } from './since.ts';

const told = { board: 'b', epoch: 'e', n: 1, at: '2026-06-01T00:00:00Z', metric: 'm', unit: 'a' };
const of = { ...told, partners: [], sector: 's', achievedAt: '2026-06-01' };

function happening(seq: number, kind: 'verification' | 'annulment' | 'correction'): Happening {
  const common = { ...of, seq, result: 'r1', value: String(seq) };
  if (kind === 'verification') return { ...common, kind };
  const lost = { reason: 'x', lost: [] };
  return kind === 'annulment'
    ? { ...common, ...lost, kind }
    : { ...common, ...lost, kind, before: '1' };
}

it('[VF16] of a record that was changed later the feed says what became of it', () => {
  const [posted, corrected, verified, annulled] = [
    happening(3, 'verification'),
    happening(5, 'correction'),
    happening(6, 'verification'),
    happening(9, 'annulment'),
  ] as const;
  const early = changesSince([corrected, verified, posted]);
  expect(sinceOf(posted, early)).toBe(corrected);
  // Told after the correction: it speaks of the result as it is.
  expect(sinceOf(verified, early)).toBeUndefined();
  const late = changesSince([annulled, corrected, verified, posted]);
  expect(sinceOf(posted, late)).toBe(annulled);
  expect(sinceOf(verified, late)).toBe(annulled);
  expect(sinceOf(annulled, late)).toBeUndefined();
  expect(sinceOf({ ...told, seq: 1, kind: 'import', results: 1, units: 1, metrics: 1 }, late)).toBe(
    undefined,
  );
});
