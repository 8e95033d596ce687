import type { RecordRow } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { lastRecords } from './last-records.ts';

function row(result: string, scope: RecordRow['scope'], achievedAt: string): RecordRow {
  const mark = { metric: 'm', value: '1', holders: ['u'], state: 'verified' as const };
  return { ...mark, result, scope, achievedAt, breakthrough: false, equalled: 0, equalledBy: [] };
}

describe('last records', () => {
  it('[UI47] newest first, the board before its sectors on the same day', () => {
    const rows = [
      row('a', 'sector', '2026-01-31'),
      row('b', 'board', '2026-01-31'),
      row('c', 'sector', '2026-02-28'),
    ];
    expect(lastRecords(rows).map((one) => one.result)).toEqual(['c', 'b', 'a']);
  });

  it('[UI47] a result that holds several records is named once, by the widest', () => {
    const rows = [row('a', 'sector', '2026-01-31'), row('a', 'board', '2026-01-31')];
    expect(lastRecords(rows).map((one) => one.scope)).toEqual(['board']);
  });
});
