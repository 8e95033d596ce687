import { driveTemplates, sayTemplate } from '@emulation/shared';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import german from '../i18n/de.json';
import english from '../i18n/en/drive-templates.json';
import spanish from '../i18n/es.json';
import korean from '../i18n/ko.json';
import vietnamese from '../i18n/vi.json';
import { fillFromTemplate, guessMapping } from './from-template.ts';
import { emptyForm } from './wizard-form.ts';

const tongues = {
  en: english,
  de: german['drive-templates'],
  es: spanish['drive-templates'],
  ko: korean['drive-templates'],
  vi: vietnamese['drive-templates'],
};

function templatesIn(language: keyof typeof tongues) {
  const words = createInstance();
  const resources = { [language]: { words: tongues[language] } };
  void words.init({ lng: language, resources, defaultNS: 'words', initAsync: false });
  return driveTemplates.map((template) => sayTemplate(template, words.t));
}

/** Whatever a drive made from it, or a steward who chooses, would read. */
const textsOf = ({ name, about, body, metrics, tasks }: ReturnType<typeof sayTemplate>) => [
  name,
  about,
  body.name,
  body.objectives ?? '',
  ...[...metrics, ...tasks].map((one) => one.name),
];

const template = templatesIn('en').find(({ id }) => id === 'on-time-delivery')!;
const metrics = [
  { id: 'otd', name: 'Delivered on time', unitOfMeasure: '%', direction: 'higher' },
  { id: 'breakage', name: 'Damaged pallets', unitOfMeasure: '', direction: 'lower' },
  { id: 'damaged', name: 'Damaged consignments', unitOfMeasure: '', direction: 'higher' },
] as const;

describe('a drive from a template', () => {
  it('[DW13] placeholders are guessed by like names of the same direction, and never twice', () => {
    expect(guessMapping([template], metrics)).toEqual({
      'on-time': 'otd',
      complete: '',
      damage: 'breakage',
    });
  });

  it('[DW14] takes the template, and leaves out tasks whose metric the board does not have', () => {
    const blank = emptyForm('2026-06-01', '2026-06-30');
    const form = fillFromTemplate(blank, template, { 'on-time': 'otd', complete: '' });
    expect(form.name).toBe(template.body.name);
    expect(form.tasks).toEqual([
      expect.objectContaining({ id: 'on-time', metric: 'otd', improvePercent: '3', baseline: '' }),
    ]);
    expect(form.from).toBe('2026-06-01');
  });

  it('[DW13] a metric is found by its name in the steward’s language as well as in English', () => {
    const spoken = templatesIn('ko').find(({ id }) => id === 'output-and-quality')!;
    const other = templatesIn('en').find(({ id }) => id === 'output-and-quality')!;
    const own = [
      { id: 'm1', name: '1호기 양품', unitOfMeasure: '', direction: 'higher' },
      { id: 'm2', name: 'Defects', unitOfMeasure: '%', direction: 'lower' },
    ] as const;
    expect(guessMapping([spoken, other], own)).toEqual({
      output: 'm1',
      defects: 'm2',
      downtime: '',
    });
  });

  it.each(Object.keys(tongues) as (keyof typeof tongues)[])(
    '[DW15] every template has all its words in %s, and no word is without a template',
    (language) => {
      const { measures, ...texts } = tongues[language];
      expect(Object.keys(texts).toSorted()).toEqual(driveTemplates.map(({ id }) => id).toSorted());
      for (const { id, metrics: wanted, tasks } of driveTemplates) {
        const said = texts[id as keyof typeof texts];
        expect(Object.keys(said.metrics)).toEqual(wanted.map(({ placeholder }) => placeholder));
        expect(Object.keys(said.tasks)).toEqual(tasks.map((task) => task.id));
        const needed = wanted.map(({ unitOfMeasure }) => unitOfMeasure).filter(Boolean);
        expect(Object.keys(measures)).toEqual(expect.arrayContaining(needed));
      }
      const all = templatesIn(language).flatMap(textsOf);
      expect(all.filter((text) => text.trim() === '' || /^[\w-]+\.[\w.-]+$/.test(text))).toEqual(
        [],
      );
    },
  );

  it.each(['de', 'es', 'ko', 'vi'] as const)(
    '[DW15] a drive made from a template in %s holds no English text',
    (language) => {
      const inEnglish = new Set(templatesIn('en').flatMap(textsOf));
      const blank = emptyForm('2026-06-01', '2026-06-30');
      for (const spoken of templatesIn(language)) {
        const mapping = Object.fromEntries(spoken.metrics.map((one) => [one.placeholder, 'own']));
        const form = fillFromTemplate(blank, spoken, mapping);
        expect(form.tasks).toHaveLength(spoken.tasks.length);
        const texts = [form.name, form.objectives, ...form.tasks.map(({ name }) => name)];
        expect([...texts, ...textsOf(spoken)].filter((text) => inEnglish.has(text))).toEqual([]);
      }
    },
  );
});
