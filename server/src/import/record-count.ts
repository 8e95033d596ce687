import { setImmediate } from 'node:timers/promises';
import {
  applyEntry,
  copyForPreview,
  type Applied,
  type BoardState,
  type Entry,
  type Fact,
} from '@emulation/shared';
import type { PlannedFact } from './plan.ts';
import { sliceSize } from './slices.ts';

/** Record marks (unit, sector and board) that results took as they were counted one by one. */
export function countRecords(applied: readonly Applied[]): number {
  return applied.reduce((sum, { outcome }) => sum + (outcome?.records.length ?? 0), 0);
}

function metricOf(fact: Fact): string {
  if (fact.type === 'result.posted') return fact.metric;
  return fact.type === 'metric.put' ? fact.id : '';
}

/** The record marks that facts would take: they are applied to a copy of what they touch. */
export async function previewRecords(
  state: BoardState,
  facts: readonly PlannedFact[],
  at: string,
): Promise<number> {
  if (facts.length === 0) return 0;
  const copy = copyForPreview(state, new Set(facts.map(({ fact }) => metricOf(fact))));
  const { board, epoch, seq } = copy;
  let records = 0;
  for (let from = 0; from < facts.length; from += sliceSize) {
    await setImmediate();
    const applied = facts.slice(from, from + sliceSize).map(({ fact }, index) => {
      const entry: Entry = {
        board,
        epoch,
        seq: seq + 1 + from + index,
        at,
        actor: 'preview',
        fact,
      };
      return applyEntry(copy, entry);
    });
    records += countRecords(applied);
  }
  return records;
}
