import { describe, expect, it } from 'vitest';
import { fillWords } from './filled-words.ts';
import { directionOf, readLanguages, type Language } from './language-files.ts';
import { pseudoText, pseudoWords } from './pseudo.ts';
import { translationFaults } from './translation-faults.ts';
import type { Words } from './word-tree.ts';

const language = (code: string, watch: Words): Language => ({
  code,
  name: code,
  dir: 'ltr',
  hidden: false,
  namespaces: { watch },
});

const english = language('en', {
  title: '{{board}} · <b>live</b>',
  list: { days_one: '{{count}} day of {{name}}', days_other: '{{count}} days of {{name}}' },
  place_ordinal_one: '{{count}}st',
  place_ordinal_other: '{{count}}th',
});

const faults = (code: string, words: Words) =>
  translationFaults(english, language(code, words), code);

describe('[TL7] a language is checked against English', () => {
  const list = { days_other: '{{name}} {{count}}일' };
  const korean = { title: '{{board}} · <b>생중계</b>', list, place_ordinal_other: '{{count}}위' };

  it('[TL7] the plural forms asked for are those of the language', () => {
    expect(faults('ko', korean)).toEqual([]);
    expect(faults('es', korean)).toEqual([
      'watch: lacks list.days_one',
      'watch: lacks list.days_many',
    ]);
  });

  it('[TL7] names what it lacks, what nobody asks for, and every blank lost or invented', () => {
    expect(faults('ko', { ...korean, list: { ...list, days_one: '{{count}}일' } })).toEqual([
      'watch: list.days_one is in no English file',
    ]);
    expect(faults('ko', { ...korean, title: '{{bord}} · 생중계' })).toEqual([
      'watch: title loses board',
      'watch: title loses <b>',
      'watch: title has an unknown bord',
    ]);
    expect(faults('ko', { list, place_ordinal_other: '{{count}}위' })).toEqual([
      'watch: lacks title',
    ]);
    const { namespaces } = language('ko', korean);
    const other = { ...language('ko', {}), namespaces: { ...namespaces, wach: {} } };
    expect(translationFaults(english, other, 'ko')).toEqual(['wach is no namespace']);
  });
});

describe('[TL6] what a language lacks is said in English', () => {
  it('[TL6] its own words stay, and every plural form it has is there', () => {
    const filled = fillWords('es', english.namespaces['watch'] ?? {}, { title: 'en directo' });
    expect(filled).toEqual({
      title: 'en directo',
      list: {
        days_one: '{{count}} day of {{name}}',
        days_many: '{{count}} days of {{name}}',
        days_other: '{{count}} days of {{name}}',
      },
      place_ordinal_other: '{{count}}th',
    });
  });

  it('[TL6] a language is one file: its direction follows from its script', () => {
    expect([directionOf('fa'), directionOf('he'), directionOf('fr')]).toEqual([
      'rtl',
      'rtl',
      'ltr',
    ]);
    const codes = readLanguages().map(({ code }) => code);
    expect(codes[0]).toBe('en');
    expect(codes.at(-1)).toBe('ar-XB');
  });
});

it('[TL6] the pseudo language keeps blanks and tags and has every form of its language', () => {
  expect(pseudoText('Up by {{count}} <b>now</b>')).toMatch(
    /^\P{L}*\p{Script=Arabic}.*\{\{count\}\} <b>/u,
  );
  const made = language('ar-XB', pseudoWords(english.namespaces['watch'] ?? {}));
  expect(translationFaults(english, made, 'ar-XB')).toEqual([]);
});
