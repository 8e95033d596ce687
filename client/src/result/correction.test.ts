import type { ResultRow } from '@emulation/shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setLocale } from '../i18n/locale.ts';
import { changesOf, draftOf } from './correction.ts';

beforeAll(() => setLocale('en', 'ltr'));
afterAll(() => setLocale('en', 'ltr'));

const zone = 'Europe/Paris';
// Only what a correction may change.
const result = {
  value: '12.50',
  achievedAt: '2026-06-03T12:05:00.000Z',
  partners: [{ unit: 'bo', role: 'helped', share: '0.25' }],
} as unknown as ResultRow;

it('[VF18] a correction names what it changes and nothing else', () => {
  const draft = draftOf(result, zone);
  expect(draft).toEqual({
    value: '12.50',
    date: '2026-06-03',
    time: '14:05',
    note: '',
    partners: [{ unit: 'bo', role: 'helped', share: '25' }],
  });
  const change = (changed: Partial<typeof draft>) =>
    changesOf(result, { ...draft, ...changed }, zone);
  expect(change({})).toEqual({});
  expect(change({ value: '12,75' })).toEqual({ value: '12.75' });
  expect(change({ time: '15:00' })).toEqual({ achievedAt: '2026-06-03T13:00:00.000Z' });
  expect(change({ date: '2026-06-01', time: '' })).toEqual({ achievedAt: '2026-06-01' });
  expect(change({ note: ' misread ' })).toEqual({ note: 'misread' });
  expect(change({ partners: [] })).toEqual({ partners: [] });
  const partners = [
    { unit: 'bo', role: 'performed' as const, share: '12,5' },
    { unit: 'cy', role: 'lent' as const, share: '' },
    { unit: '', role: 'lent' as const, share: '' },
  ];
  expect(change({ partners })).toEqual({
    partners: [
      { unit: 'bo', role: 'performed', share: '0.125' },
      { unit: 'cy', role: 'lent' },
    ],
  });
});

it('[VF18] a day stays a day', () => {
  const ofDay = { ...result, achievedAt: '2026-06-03', partners: [] };
  expect(draftOf(ofDay, zone)).toMatchObject({ date: '2026-06-03', time: '' });
  expect(changesOf(ofDay, draftOf(ofDay, zone), zone)).toEqual({});
});

it('[VF18] the value is written and read as in the reader’s language', () => {
  setLocale('de', 'ltr');
  const draft = draftOf(result, zone);
  expect(draft.value).toBe('12,50');
  const change = (value: string) => changesOf(result, { ...draft, value }, zone);
  expect(change('12,5')).toEqual({});
  expect(change('1.234')).toEqual({ value: '1234' });
  expect(change('1.234,5')).toEqual({ value: '1234.5' });
  expect(change('many')).toEqual({ value: 'many' });
});
