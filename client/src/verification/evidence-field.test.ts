import { expect, it } from 'vitest';
import { evidenceOf, noEvidence } from './evidence-field.tsx';

it('[VF13] evidence is typed as one link a line, with words before it or none; pictures follow', () => {
  const links = ' Weighing protocol https://example.org/a.pdf \n\nhttps://example.org/b';
  const pictures = [{ id: 'ab', width: 3, height: 2 }];
  expect(evidenceOf({ links, pictures })).toEqual({
    evidence: [
      { url: 'https://example.org/a.pdf', title: 'Weighing protocol' },
      { url: 'https://example.org/b' },
      { picture: 'ab' },
    ],
  });
  expect(evidenceOf(noEvidence)).toEqual({});
});
