import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import problems from '../i18n/en/problems.json' with { type: 'json' };
import { bodyOf, draftOf, errorsOf, nextDraft, type Draft } from './draft.ts';

const draft: Draft = {
  unit: 'u',
  metric: 'm',
  value: '12,5',
  when: { kind: 'now' },
  partners: [{ unit: 'p', role: 'lent' }],
  note: ' night shift ',
};
const problem = { status: 400, kind: 'invalid', title: 'Invalid', detail: 'two fields' };

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { problems } } }));

describe('the form', () => {
  it('[UI67] posts what was filled in and leaves out what was not', () => {
    expect(bodyOf(draft, '12.5', '2026-11-02')).toEqual({
      unit: 'u',
      metric: 'm',
      value: '12.5',
      achievedAt: '2026-11-02',
      note: 'night shift',
      partners: [{ unit: 'p', role: 'lent' }],
    });
    expect(bodyOf(nextDraft(draft), '3', undefined)).toEqual({
      unit: 'u',
      metric: 'm',
      value: '3',
    });
  });

  it('[UI67] a refused result comes back into the form whole', () => {
    expect(draftOf(bodyOf(draft, '12.5', '2026-11-02'), 'UTC')).toEqual({
      ...draft,
      value: '12.5',
      note: 'night shift',
      when: { kind: 'at', date: '2026-11-02', time: '' },
    });
  });

  it('[UI67] a share is typed in percent and posted as a part of the whole', () => {
    const shares = ['25', '12,5', '', undefined, 'much'];
    const partners = shares.map((share, at) => ({
      unit: `p${at}`,
      role: 'helped' as const,
      share,
    }));
    const posted = bodyOf({ ...draft, partners }, '1', undefined);
    expect(posted.partners?.map(({ share }) => share)).toEqual([
      '0.25',
      '0.125',
      undefined,
      undefined,
      'much',
    ]);
    const again = draftOf(posted, 'UTC').partners.map(({ share }) => share);
    expect(again).toEqual(['25', '12.5', undefined, undefined, 'much']);
  });

  it('[UI68] what is wrong is said at the field it names, and nothing is left unsaid', () => {
    const errors = [
      { path: 'value', message: 'too long' },
      { path: 'partners.0.unit', message: 'unknown' },
      { path: 'elsewhere', message: 'odd' },
    ];
    expect(errorsOf({ ...problem, errors })).toEqual({
      errors: { value: 'too long', partners: 'unknown' },
      rest: [expect.stringContaining('Elsewhere: odd.')],
    });
    expect(errorsOf(problem)).toEqual({ errors: {}, rest: [expect.stringContaining('must be')] });
  });
});
