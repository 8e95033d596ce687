import { expect, it } from 'vitest';
import { bodyOf, emptyDraft, idFor } from './draft.ts';

it('[EX36] what was left empty in the form is left out of what is sent', () => {
  const draft = emptyDraft({
    unit: 'ada',
    metric: 'output',
    title: 'Set-up',
    change: 'Tools first.',
    needs: '  ',
    links: [
      { url: 'https://example.org', title: '' },
      { url: '', title: 'nothing' },
    ],
    pictures: [{ id: 'a', width: 4, height: 3, alt: '' }],
  });
  expect(bodyOf(draft)).toEqual({
    unit: 'ada',
    metric: 'output',
    title: 'Set-up',
    change: 'Tools first.',
    links: [{ url: 'https://example.org' }],
    pictures: [{ id: 'a' }],
  });
});

it('[EX36] an id is made from the title where it can be, and is a slug in every language', () => {
  const random = '0123456789abcdef0123456789abcdef';
  expect(idFor('Rüstzeit: 3 Schritte!', random)).toBe('rustzeit-3-schritte-012345');
  expect(idFor('작업 준비', random)).toBe('0123456789abcdef');
  expect(idFor('x'.repeat(300), random)).toMatch(/^[a-z0-9][a-z0-9-]{1,70}[a-z0-9]$/);
});
