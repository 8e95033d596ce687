import type { Fact } from '@emulation/shared';
import type { Draft } from '../ledger.ts';

export const openingFact: Fact = {
  type: 'board.opened',
  name: 'Plant',
  timeZone: 'Europe/Paris',
  visibility: 'public',
};

/** A draft that can be told from others by its number. */
export function draftOf(number: number, key?: string, bodyHash?: string): Draft {
  return {
    fact: { type: 'sector.put', id: `s${number}`, name: `Sector ${number} — Ω "é" \u{1f3c6}` },
    actor: 'test',
    at: '2026-06-01T12:00:00.000Z',
    ...(key === undefined ? {} : { key }),
    ...(bodyHash === undefined ? {} : { bodyHash }),
  };
}

export const openingDraft: Draft = {
  fact: openingFact,
  actor: 'test',
  at: '2026-06-01T11:59:59.000Z',
};
