import { expect, it } from 'vitest';
import { readEvidence } from './evidence-field.tsx';

it('[VF13] evidence is typed as one link a line, with words before it or none', () => {
  const text = ' Weighing protocol https://example.org/a.pdf \n\nhttps://example.org/b';
  expect(readEvidence(text)).toEqual([
    { url: 'https://example.org/a.pdf', title: 'Weighing protocol' },
    { url: 'https://example.org/b' },
  ]);
});
