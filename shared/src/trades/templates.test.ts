import { expect, it } from 'vitest';
import { metricBodySchema } from '../vocabulary/metric.ts';
import { slugSchema } from '../vocabulary/slug.ts';
import { metricTemplates } from './templates.ts';
import { metricOfTemplate, trades } from './trade.ts';

const languages = ['en', 'de', 'es', 'ko', 'vi'];

it.each(trades)('[SU3] the metrics of %s are whole in every language', (trade) => {
  const templates = metricTemplates[trade];
  expect(templates.length).toBeGreaterThanOrEqual(5);
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
  for (const template of templates) {
    expect(slugSchema.parse(template.id)).toBe(template.id);
    expect(Object.keys(template.words)).toEqual(languages);
    for (const language of languages) {
      const body = metricOfTemplate(template, language);
      expect(metricBodySchema.parse(body)).toEqual(body);
      expect(body.unitOfMeasure).not.toBe('');
    }
  }
  for (const language of languages) {
    const names = templates.map((template) => metricOfTemplate(template, language).name);
    expect(new Set(names).size).toBe(names.length);
  }
});

it('[SU3] a language without words of its own has the English ones', () => {
  const [first] = metricTemplates.software;
  expect(first && metricOfTemplate(first, 'fr').name).toBe('Deployments to production');
});
