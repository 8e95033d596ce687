import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import german from '../i18n/de.json' with { type: 'json' };
import problems from '../i18n/en/problems.json' with { type: 'json' };
import { ApiProblem, type Problem } from '../api/client.ts';
import { faultText, problemText, sayProblem } from './say-problem.ts';

const ofKind = (kind: string, more: Partial<Problem> = {}): Problem => ({
  status: 409,
  kind,
  title: 'A title',
  detail: 'the words of the server',
  ...more,
});

beforeAll(async () => {
  const resources = { en: { problems }, de: { problems: german.problems } };
  await i18next.init({ lng: 'de', resources, interpolation: { escapeValue: false } });
});

const inLanguage = async (code: string, work: () => void) => {
  await i18next.changeLanguage(code);
  work();
  await i18next.changeLanguage('de');
};

describe('[IN6] what the server refuses is said in the language of the page', () => {
  it('[IN6] by its kind, and not in the words of the server', async () => {
    const conflict = ofKind('conflict', { detail: 'unit-7 has moved' });
    expect(problemText(conflict)).toBe(german.problems.conflict);
    expect(await sayProblem(new ApiProblem(conflict))).toBe(german.problems.conflict);
  });

  it('[IN6] the server speaks only where the page has no words for the kind', () => {
    expect(problemText(ofKind('of-next-year'))).toBe('the words of the server');
    expect(problemText(ofKind('of-next-year', { detail: '' }))).toBe('A title');
  });

  it('[IN6] names the fields at fault, each once, by the name that a person knows it by', () => {
    const errors = [
      { path: 'partners.0.share', message: 'must be a share' },
      { path: 'partners.1.share', message: 'must be a share' },
      { path: 'achievedAt', message: 'must be as it was' },
      { path: 'colour.weird', message: 'is not known' },
      { path: '', message: 'is too much' },
    ];
    const said = problemText(ofKind('invalid', { errors }));
    expect(said).toMatch(/Anteil, Zeitpunkt,? (?:und|and) colour\.weird/);
    expect(said).not.toMatch(/must be|future|known|much/);
  });

  it('[IN6] to readers of English with what the server says of each field', async () => {
    await inLanguage('en', () => {
      const errors = [{ path: 'achievedAt', message: 'is in the future' }];
      expect(problemText(ofKind('invalid', { errors }))).toContain('Time: is in the future.');
      expect(faultText('is in the future')).toBe('is in the future');
    });
    expect(faultText('must be as it was')).toBe(german.problems.field);
  });

  it('[IN7] says what is wrong with a field, with its limit, where there are words for it', async () => {
    const long = z.string().max(60).safeParse('x'.repeat(61)).error?.issues[0]?.message ?? '';
    const empty = z.string().min(1).safeParse('').error?.issues[0]?.message ?? '';
    const few = z.number().min(3).safeParse(1).error?.issues[0]?.message ?? '';
    const none = z.object({ name: z.string() }).safeParse({}).error?.issues[0]?.message ?? '';
    const { faults } = german.problems;
    expect(faultText(long)).toBe('ist zu lang (höchstens 60 Zeichen)');
    expect(faultText(empty)).toBe(faults.needed);
    expect(faultText(none)).toBe(faults.needed);
    expect(faultText(few)).toBe('muss mindestens 3 sein');
    expect(faultText('must be above 0')).toBe('muss über 0 liegen');
    expect(faultText('lies in the future')).toBe(faults.future);
    const errors = [{ path: 'name', message: long }];
    expect(problemText(ofKind('invalid', { errors }))).toContain(`Name: ${faultText(long)}`);
    await inLanguage('en', () => {
      expect(faultText(long)).toBe('is too long (60 characters at most)');
    });
  });

  it('[IN6] what is wrong is a sentence for each field, with one colon', () => {
    const errors = [
      { path: 'achievedAt', message: 'is in the future' },
      { path: 'value', message: 'must not be empty' },
      { path: 'partners.0.share', message: 'must be a share' },
    ];
    const { faults, invalid } = german.problems;
    expect(problemText(ofKind('invalid', { errors }))).toBe(
      `${invalid} Zeitpunkt: ${faults.future}. Wert: ${faults.needed}. Es geht um: Anteil.`,
    );
  });

  it('[IN6] says how long to wait, and what a proxy answered', () => {
    expect(problemText(ofKind('too-many-requests', { retryAfter: 1 }))).toContain('1 Sekunde ');
    expect(problemText(ofKind('too-many-requests', { retryAfter: 7 }))).toContain('7 Sekunden');
    expect(problemText(ofKind('unknown', { status: 502 }))).toContain('502');
  });

  it('[IN6] what is no answer of the server has words, too', async () => {
    expect(await sayProblem(new TypeError('x is undefined'))).toBe(german.problems.unexpected);
    const refused = new DOMException('The operation is not allowed', 'NotAllowedError');
    expect(await sayProblem(refused)).toBe(german.problems['no-passkey']);
  });
});
