import type { BoardBody, Fact } from '@emulation/shared';
import type { Draft } from '../../ledger/ledger.ts';
import type { BoardHost } from '../host.ts';
import type { BoardRegistry } from '../registry.ts';

export const mill: BoardBody = {
  id: 'mill',
  name: 'The mill',
  timeZone: 'Europe/Paris',
  visibility: 'public',
};

export const draft = (fact: Fact, key?: string): Draft => ({
  fact,
  actor: 'steward:token',
  at: '2026-03-01T10:00:00.000Z',
  ...(key !== undefined && { key, bodyHash: `hash of ${key}` }),
});

export const vocabulary: Draft[] = [
  draft({ type: 'sector.put', id: 'north', name: 'North' }),
  draft({ type: 'unit.put', id: 'a', name: 'Team A', sector: 'north' }),
  draft({ type: 'unit.put', id: 'b', name: 'Team B', sector: 'north' }),
  draft({
    type: 'metric.put',
    id: 'tons',
    name: 'Tons',
    unitOfMeasure: 't',
    direction: 'higher',
    decimals: 0,
    aggregate: 'best',
    recordsPer: 'instant',
  }),
];

/** A result of `value` tons, achieved `value` seconds into a day. */
export function result(value: number, key?: string, quiet?: true): Draft {
  const achievedAt = new Date(Date.UTC(2026, 1, 1) + value * 1_000).toISOString();
  return draft(
    {
      type: 'result.posted',
      unit: value % 2 === 0 ? 'a' : 'b',
      metric: 'tons',
      value: String(value),
      achievedAt,
      sector: 'north',
      ...(quiet && { quiet }),
    },
    key,
  );
}

export const results = (from: number, count: number): Draft[] =>
  Array.from({ length: count }, (_, i) => result(from + i));

/** The mill with its vocabulary, at position 5. */
export async function openMill(registry: BoardRegistry): Promise<BoardHost> {
  await registry.openBoard(mill, 'steward:token');
  const host = hostOf(registry);
  await host.commit(vocabulary, 'refuse');
  return host;
}

export function hostOf(registry: BoardRegistry, board = mill.id): BoardHost {
  const host = registry.get(board);
  if (!host) throw new Error(`board ${board} is not here`);
  return host;
}
